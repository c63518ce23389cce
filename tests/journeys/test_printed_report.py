"""The report as one file, read on a phone and at a desk."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from journeys.axe import assert_accessible
from publication.prints import report, true_tables
from suoja.publication.rendering import as_html

pytestmark = pytest.mark.browser


def test_the_report_of_one_file_is_readable_on_a_phone(phone: Page) -> None:
    whole = replace(report(*true_tables()), foreword={"fi": "Ihmisiä."})
    phone.set_content(as_html.write(whole, "fi").decode())

    assert_accessible(phone)
    assert phone.locator("h1").count() == 1
