"""What addresses are usually made of, for short links to leave out.

A short link can be read only with what it was made with: nothing here may ever change. What
addresses are made of some day is a further entry, and the last makes new short links.
"""

from __future__ import annotations

# What occurs most often stands last, where it is told in the fewest bits.
FIRST = (
    "akmenes-r alytaus-m alytaus-r anyksciu-r birstono birzu-r druskininku elektrenu ignalinos-r "
    "jonavos-r joniskio-r jurbarko-r kaisiadoriu-r kalvarijos kauno-m kauno-r kazlu-rudos "
    "kedainiu-r kelmes-r klaipedos-m klaipedos-r kretingos-r kupiskio-r lazdiju-r marijampoles "
    "mazeikiu-r moletu-r neringos pagegiu pakruojo-r palangos-m panevezio-m panevezio-r "
    "pasvalio-r plunges-r prienu-r radviliskio-r raseiniu-r rietavo rokiskio-r skuodo-r sakiu-r "
    "salcininku-r siauliu-m siauliu-r silales-r silutes-r sirvintu-r svencioniu-r taurages-r "
    "telsiu-r traku-r ukmerges-r utenos-r varenos-r vilkaviskio-r vilniaus-m vilniaus-r visagino "
    "zarasu-rakmene-district alytus-city alytus-district anyksciai-district birstonas "
    "birzai-district druskininkai elektrenai ignalina-district jonava-district joniskis-district "
    "jurbarkas-district kaisiadorys-district kalvarija kaunas-city kaunas-district kazlu-ruda "
    "kedainiai-district kelme-district klaipeda-city klaipeda-district kretinga-district "
    "kupiskis-district lazdijai-district marijampole mazeikiai-district moletai-district neringa "
    "pagegiai pakruojis-district palanga-city panevezys-city panevezys-district pasvalys-district"
    " plunge-district prienai-district radviliskis-district raseiniai-district rietavas "
    "rokiskis-district skuodas-district sakiai-district salcininkai-district siauliai-city "
    "siauliai-district silale-district silute-district sirvintos-district svencionys-district "
    "taurage-district telsiai-district trakai-district ukmerge-district utena-district "
    "varena-district vilkaviskis-district vilnius-city vilnius-district visaginas "
    "zarasai-districtalytus-county kaunas-county klaipeda-county marijampole-county "
    "panevezys-county siauliai-county taurage-county telsiai-county utena-county vilnius-county&1"
    "=title&2=number&2.indicator=&3=map&4=county_map&5=ranking&6=trend&7=two_years&8=changes&9=se"
    "rvices&10=question&11=sources&12=commitments&13=openness&14=title&.year=&.unit=&.area=&.sele"
    "ct=&.since=&.text=&.note=&deck=services&deck=openness&look=dark&status=&section=&plan=&insti"
    "tution=&theme=&on=20&since=20&assessor=&group=&q=&name=&county=&kind=public_institution&kind"
    "=budgetary_institution&kind=ngo&kind=other&legal_form=&mode=competition&mode=procurement&mod"
    "e=appropriation&financing=state&financing=municipal&financing=eu&sort=-awarded&sort=awarded&"
    "sort=last&sort=-title&page=2&with=&nearest=&weight-residents=&weight-density=&weight-older=&"
    "weight-budget=&weight-group=&weight-county=&weight-ringed=&move=&peers=county&peers=group&pe"
    "ers=neighbours&peers=all&peers=list&sort=apart&sort=name&open=&zoom=&names=1&nation=same&sor"
    "t=-change&sort=-value&sort=-rank&sort=county&figures=real&limits=year&classes=natural&classe"
    "s=equal&area=education&area=sport&area=health&area=social&area=culture&area=ngo&area=environ"
    "ment&area=rights&unit=budget_share&unit=constant&unit=constant_per_resident&unit=count&unit="
    "eur&unit=per_10000&unit=per_resident&unit=percent?indicator=total?indicator=budgetary?indica"
    "tor=public?indicator=others?indicator=ngo_competition?indicator=ngo_any?indicator=ngo_compet"
    "ition_share?indicator=ngo_recipients?indicator=competitions?indicator=success_rate?indicator"
    "=average_grant?indicator=services_transferred?indicator=openness/en/municipality/savivaldybe"
    "/en/compare/palyginimas/en/recipients/gavejai/en/competitions/konkursai/en/forum/forumas/en/"
    "commitments/isipareigojimai/en/data/duomenys/en/check-a-form/formos-patikra/en/about/apie/en"
    "/flows/srautai/en/figure/skaicius/en/changes/pokyciai/en/search/paieska?municipality=&year=2"
    "015&year=2016&year=2017&year=2018&year=2019&year=2020&year=2021&year=2022&year=2023&year=202"
    "4&year=2025&year=2026?select=&select=,/en/?year=2024&select=/?year=2025&select="
)

SECOND = (
    "view=split&parts=bars&parts=flows?view=multiples&tiled=trends?view=inequality&lines=clusters"
    "?view=distribution&by=group&by=county?view=difference&against=indicators&log=x&log=y&log=xy"
    "&colour=group&colour=county&colour=third&third=&estimated=without&peer=&places=list&with="
    "&places=peers&places=group:city&places=group:resort&places=group:ring&places=group:other"
    "&places=county:0&places=county:10&measure=change&measure=growth&measure=yearly&measure=index"
    "&measure=share&measure=z&measure=rank&other_measure=&other_area=&other_unit=eur"
    "&other_unit=constant_per_resident&other_indicator=residents&other_indicator=density"
    "&other_indicator=older&other_indicator=area_km2&since=20/en/research/tyrimas"
)
"""The researcher's bench."""

THIRD = (
    "/en/map?indicator=/zemelapis?indicator=/en/map?year=2025&select=/en/map?year=2024&select="
    "/zemelapis?year=2024&select=/zemelapis?year=2025&select="
)
"""The map, since it has an address of its own."""

USUAL = {
    "1": FIRST.encode(),
    "2": (SECOND + FIRST).encode(),
    "3": (SECOND + FIRST + THIRD).encode(),
}
"""By the sign of the version that begins a short link."""
