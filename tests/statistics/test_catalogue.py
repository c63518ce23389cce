"""The catalogue is printed from the measures."""

from suoja.statistics import catalogue, measures


def test_every_measure_is_in_the_catalogue_with_its_tables() -> None:
    page = catalogue.render()

    assert all(f"`{measure.id}`" in page for measure in measures.ALL)
    assert "`new_clients_by_sex`" in page
    assert "Series break in 2016" in page
    assert "Can be asked by: `outcome`, `received`" in page
