"""A clerk has a form checked: chosen or dropped, read to the cell, the marked copy taken away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from dashboard.language.i18n import CODES, language
from tests.browser.test_accessibility import SCHEMES, violations
from tests.data.forms.drafts import allocation, true_to_life
from tests.data.forms.reading.test_hostile import locked_workbook
from tests.data.forms.writers import write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Download, Page

PATHS = {"lt": "/formos-patikra", "en": "/en/check-a-form"}
BOTH = pytest.mark.parametrize("code", CODES)
PHONE = {"width": 390, "height": 844}
DROP = """(bytes) => {
    const carried = new DataTransfer();
    for (const [name, content] of bytes) {
        carried.items.add(new File([new Uint8Array(content)], name));
    }
    const drop = new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true });
    document.querySelector("#check-drop").dispatchEvent(drop);
    return drop.defaultPrevented;
}"""


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return write_xlsx(true_to_life(), tmp_path / "savivalda-forma-13-2026.xlsx")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Two errors and a warning, all on one sheet."""
    draft = true_to_life()
    draft.put("Asignavimai!H5", "daug")
    draft.put("Asignavimai!L7", "a. k. 38901010003")
    draft.put("Asignavimai!I6", 900)
    return write_xlsx(draft, tmp_path / "klaidos.xlsx")


@pytest.fixture
def full_of_faults(tmp_path: Path) -> Path:
    draft = true_to_life()
    for row in range(5, 155):
        values = allocation(row, code="123", planned="nežinoma", kind="Būdžetinė")
        draft.grids["Asignavimai"].row(row, values)
    return write_xlsx(draft, tmp_path / "daug.xlsx")


def opened(visit, code: str, **options) -> Page:
    page = visit(PATHS[code], **options)
    expect(page.locator("#check-file")).to_be_attached()
    return page


def choose(page: Page, *files: Path) -> None:
    page.locator("#check-file").set_input_files(files)


def saved(download: Download, folder: Path) -> Path:
    path = folder / download.suggested_filename
    download.save_as(path)
    return path


@BOTH
def test_a_form_is_chosen_by_keyboard_and_its_report_is_read_out(visit, code, faulty):
    words = language(code)
    page = opened(visit, code)
    page.on("filechooser", lambda _: None)  # early: the browser needs a moment to leave them to us
    page.locator("#main").focus()
    for part in ("#form-municipality", "#form-year", ".check-form button", "#check-file"):
        page.keyboard.press("Tab")
        expect(page.locator(part)).to_be_focused()
    expect(page.locator("#check-file")).to_have_accessible_name(words.t("check.drop.choose"))
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(faulty)
    verdict = page.locator("#verdict")
    said = {"lt": "Rastos 2 klaidos ir 1 įspėjimas.", "en": "Found: 2 errors and 1 warning."}[code]
    expect(verdict).to_have_text(said)
    expect(verdict).to_be_focused()
    expect(verdict).to_be_in_viewport()
    expect(page.locator("#check-status")).to_have_text(f"{words.t('check.checked')} {said}")
    assert page.locator("#check-status").get_attribute("role") == "status"
    errors, warnings = page.locator("section.errors"), page.locator("section.warnings")
    expect(errors.locator(".cell b")).to_have_text(["H5", "L7"])
    expect(errors).to_contain_text("daug")
    expect(warnings.locator(".cell b")).to_have_text("J6")
    assert "38901010003" not in page.content()
    page.keyboard.press("Tab")
    expect(page.locator("[data-answer=marked]")).to_be_focused()


@BOTH
def test_a_clean_form_is_dropped_and_can_be_handed_in(visit, code, clean):
    words = language(code)
    page = opened(visit, code)
    assert page.evaluate(DROP, [[clean.name, list(clean.read_bytes())]])
    expect(page.locator("#verdict")).to_have_text(words.t("check.verdict.clean"))
    expect(page.locator("#check-result")).to_contain_text(clean.name)
    expect(page.locator("#check-result")).to_contain_text(words.t("check.then.clean"))
    expect(page.locator("[data-answer]")).to_have_count(0)


def test_the_marked_copy_is_taken_away_and_opens(visit, faulty, tmp_path):
    page = opened(visit, "lt")
    choose(page, faulty)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Atsisiųsti pažymėtą kopiją").click()
    path = saved(taken.value, tmp_path)
    assert path.name == "klaidos-pastabos.xlsx"
    assert "Tai ne skaičius" in load_workbook(path)["Asignavimai"]["H5"].comment.text
    with page.expect_download() as taken:
        page.locator("[data-answer=json]").click()
    said = json.loads(saved(taken.value, tmp_path).read_text(encoding="utf-8"))
    assert said["errors"] == 2


@BOTH
def test_an_empty_form_is_taken_away_by_keyboard(visit, code, tmp_path):
    page = opened(visit, code)
    page.locator("#form-municipality").select_option("13")
    page.locator("#form-year").select_option("2025")
    page.locator("#form-year").press("Tab")
    with page.expect_download() as taken:
        page.keyboard.press("Enter")
    path = saved(taken.value, tmp_path)
    assert path.name == "savivalda-forma-13-2025.xlsx"
    assert "Asignavimai" in load_workbook(path).sheetnames
    expect(page.locator("h1")).to_have_text(language(code).t("page.check.title"))


@BOTH
def test_without_a_municipality_the_page_asks_for_one_in_its_own_words(visit, code):
    words = language(code)
    page = opened(visit, code)
    page.get_by_role("button", name=words.t("check.form.take")).click()
    places = page.locator("#form-municipality")
    expect(places).to_be_focused()
    expect(places).to_have_accessible_description(words.t("check.form.unchosen"))
    expect(places).to_have_attribute("aria-invalid", "true")
    assert page.locator(".check-form").evaluate("(form) => form.noValidate")
    assert violations(page) == []
    places.select_option("13")
    expect(page.locator("#check-unchosen")).to_be_empty()


def test_the_same_file_can_be_checked_again_when_it_was_mended(visit, faulty):
    page = opened(visit, "lt")
    choose(page, faulty)
    expect(page.locator("#verdict")).to_contain_text("2 klaidos")
    write_xlsx(true_to_life(), faulty)
    choose(page, faulty)
    expect(page.locator("#verdict")).to_have_text("Klaidų nerasta.")


def test_a_file_that_changed_since_it_was_chosen_is_asked_for_again(visit, watch, faulty):
    watch.expect("ERR_UPLOAD_FILE_CHANGED")
    page = opened(visit, "lt")
    choose(page, faulty)
    expect(page.locator("#verdict")).to_be_visible()
    faulty.write_bytes(b"something else")
    page.locator("[data-answer=marked]").click()
    expect(page.locator("#check-problem")).to_have_text(language("lt").t("check.lost"))


def test_a_file_too_large_is_told_so_without_being_sent(visit, tmp_path):
    path = tmp_path / "large.xlsx"
    path.write_bytes(bytes(5_000_001))
    page = opened(visit, "en")
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    choose(page, path)
    expect(page.locator("#check-problem")).to_contain_text("up to 5 MB")
    expect(page.locator("#check-result")).to_be_hidden()
    assert sent == []


def test_two_files_at_once_are_one_too_many(visit, clean, faulty):
    page = opened(visit, "lt")
    files = [[path.name, list(path.read_bytes())] for path in (clean, faulty)]
    page.evaluate(DROP, files)
    expect(page.locator("#check-problem")).to_have_text(language("lt").t("check.one"))


def test_without_a_connection_it_says_so(visit, watch, clean):
    watch.expect("ERR_INTERNET_DISCONNECTED")
    page = opened(visit, "en")
    page.context.set_offline(True)
    choose(page, clean)
    expect(page.locator("#check-problem")).to_have_text(language("en").t("check.lost"))


@BOTH
def test_a_file_that_is_no_form_is_told_so_in_plain_words(visit, code, tmp_path):
    nonsense = tmp_path / "atostogos.xlsx"
    nonsense.write_bytes(b"\x89PNG nonsense")
    page = opened(visit, code)
    for path, said in ((nonsense, "PNG"), (locked_workbook(tmp_path), ("slaptaž", "password"))):
        choose(page, path)
        expect(page.locator("#verdict")).to_have_text(language(code).t("check.verdict.unreadable"))
        wanted = said if isinstance(said, str) else said[CODES.index(code)]
        expect(page.locator("section.errors li")).to_contain_text(wanted)
        expect(page.locator("#verdict")).to_be_focused()


def test_of_many_problems_the_first_are_shown(visit, full_of_faults):
    page = opened(visit, "en", viewport=PHONE)
    choose(page, full_of_faults)
    expect(page.locator("#check-result .note")).to_contain_text("The first 200 of")
    expect(page.locator(".cell")).to_have_count(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("scheme", SCHEMES)
@BOTH
def test_a_report_is_for_everybody(visit, code, scheme, faulty):
    page = opened(visit, code, color_scheme=scheme)
    choose(page, faulty)
    expect(page.locator("#verdict")).to_be_visible()
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 720})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("#check-drop").dispatch_event("dragover")
    assert violations(page) == []


def test_a_report_can_be_printed(visit, faulty):
    page = opened(visit, "lt")
    choose(page, faulty)
    expect(page.locator("#verdict")).to_be_visible()
    page.emulate_media(media="print")
    for part in ("#check-drop", ".check-form", "[data-answer=marked]"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("section.errors")).to_be_visible()
