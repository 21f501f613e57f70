"""How the draft looks as a page: on a screen, on a phone, on paper."""

from __future__ import annotations

STYLE = """
:root{color-scheme:light;--ink:#10202e;--muted:#4c5a67;--line:#d9dedc;--accent:#0f5c76;
--target:#8a3b12;--ground:#f3f6f5}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;
font:1.0625rem/1.6 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{max-width:54rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}
h1{font-size:2.1rem;line-height:1.2;margin:0 0 .4rem;text-wrap:balance}
h2{margin:3.5rem 0 .6rem;padding-top:1.2rem;border-top:3px solid var(--accent);
font-size:1.45rem;line-height:1.25}
figure .scroll{margin:0}
h2.plain{border:0;padding:0;margin:2rem 0 .5rem;font-size:1.2rem}
h3{margin:2.2rem 0 .4rem;font-size:1.15rem;line-height:1.3}
p{margin:.7rem 0;max-width:44rem}
a{color:var(--accent)}
.muted,.intro,.notes,caption .demo,figcaption .demo{color:var(--muted)}
.notes{font-size:.9rem;margin-top:1.2rem}
p.demo{display:inline-block;border:2px solid var(--target);color:var(--target);font-weight:700;
padding:.35rem .7rem;border-radius:.3rem}
figcaption .demo,caption .demo{color:var(--target);font-weight:700;font-size:.85rem}
.summary{background:var(--ground);padding:.6rem 1.4rem 1rem;border-radius:.5rem}
.summary ul{padding-left:1.2rem}.summary li{margin:.45rem 0}
nav ol{columns:2;column-gap:2rem;padding-left:1.4rem;margin:0}
nav li{break-inside:avoid;padding:.15rem 0}
figure{margin:1.6rem 0}
img{display:block;width:100%;height:auto;border:1px solid var(--line)}
figcaption,caption{font-size:.95rem;text-align:left;padding:.4rem 0;caption-side:top}
.scroll{overflow-x:auto;margin:1.4rem 0}
table{border-collapse:collapse;font-size:.92rem;line-height:1.4;width:100%}
th,td{border-bottom:1px solid var(--line);padding:.32rem .7rem .32rem 0;text-align:left;
vertical-align:top}
thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}
tbody th{font-weight:400}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .number{white-space:normal}.date{white-space:nowrap}
@media(max-width:40rem){nav ol{columns:1}h1{font-size:1.6rem}figure .scroll img{width:44rem}}
@media print{@page{size:A4;margin:18mm 20mm}body{font-size:10pt}
main{max-width:none;padding:0}h1{font-size:20pt}h2{font-size:14pt;margin-top:1.6rem}
figure,tr,.summary{break-inside:avoid}h2,h3,caption,.intro{break-after:avoid}
.scroll{overflow:visible}table{font-size:8.5pt}}
"""
