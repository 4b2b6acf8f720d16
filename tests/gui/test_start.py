"""The application starts, speaks Chinese, can be used without seeing it, and ends in order."""


def test_window_opens_and_closes(start):
    app = start()
    assert app.find("frame").name == "驿站管家"
    assert app.close() == 0


def test_every_control_has_a_name(start):
    app = start()
    app.find("frame")
    assert [node.path() for node in app.unnamed()] == []


def test_page_of_a_kind(start):
    app = start("--sample", "--page=person")
    app.first("label", "还没有人员")
    assert app.close() == 0
