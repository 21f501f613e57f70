// Starts Dash. It is a file, not an inline script, so that the page's policy can forbid those.
window.renderer = new DashRenderer();
