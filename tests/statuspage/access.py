"""Whether everybody can use a page: what a screen reader is given, what the keyboard reaches, what eyes see.

Of WCAG 2.2 AA what can be decided by a program for pages of this kind, with no library of rules: the browser's own
accessibility tree (names, roles, headings, landmarks), the keys pressed for real, and contrast, targets and room as
the browser lays them out (access.js)."""

import os

from samples import HERE

with open(os.path.join(HERE, "access.js"), encoding="utf-8") as script:
    LOOK = script.read()

FOCUSED = """(() => {
    const at = document.activeElement;
    if (at === document.body || !at.matches("a")) return null;
    const style = getComputedStyle(at), box = at.getBoundingClientRect();
    return {place: [...document.querySelectorAll("a")].indexOf(at), width: parseFloat(style.outlineWidth),
            style: style.outlineStyle, colour: style.outlineColor, seen: box.right > 0 && box.bottom > 0 && box.top < innerHeight};
})()"""


def looks(browser):
    """(faults that eyes would have, how many texts were measured) of the page that is open."""
    found = browser.run(LOOK)
    return found["faults"], found["texts"]


def hears(browser):
    """Faults of what a screen reader is given."""
    nodes = browser.accessible()
    faults = []

    def named(node):
        return node.get("name", {}).get("value", "").strip()

    def withRole(*roles):
        return [node for node in nodes if node["role"]["value"] in roles]

    def property_(node, name):
        return next((one["value"].get("value") for one in node.get("properties", ()) if one["name"] == name), None)

    if not named(withRole("RootWebArea")[0]):
        faults.append("the page has no name")
    for role in ("main", "banner", "contentinfo"):
        if len(withRole(role)) != 1:
            faults.append(f"{len(withRole(role))} of {role}")
    places = [named(node) for node in withRole("navigation")]
    if not places or not all(places) or len(set(places)) != len(places):
        faults.append(f"navigations {places}")
    levels = [property_(node, "level") for node in withRole("heading")]
    if levels.count(1) != 1 or levels[0] != 1:
        faults.append(f"first headings {levels}")
    if any(below > above + 1 for above, below in zip(levels, levels[1:])):
        faults.append(f"a level of headings is left out {levels}")
    for node in withRole("link", "button", "heading", "columnheader"):
        if not named(node):
            faults.append(f"a {node['role']['value']} without a name")
    parents = {child: node for node in nodes for child in node.get("childIds", ())}
    for node in withRole("listitem"):
        if parents.get(node["nodeId"], {}).get("role", {}).get("value") != "list":
            faults.append("an item outside a list")
    for node in withRole("img", "image"):
        if not named(node):
            faults.append("an image without a name")
    return faults


def reaches(browser):
    """(faults of what the Tab key does, how many links it reached)."""
    faults, order = [], []
    links = browser.run("document.querySelectorAll('a').length")
    browser.run("document.activeElement.blur(); scrollTo(0, 0)")
    for _ in range(links):  # then the focus leaves the page, or begins again
        browser.press("Tab")
        at = browser.run(FOCUSED)
        if at is None:
            break
        order.append(at["place"])
        if at["style"] == "none" or at["width"] < 2:
            faults.append(f"the focus is not seen on link {at['place']}")
        if not at["seen"]:
            faults.append(f"link {at['place']} has the focus out of sight")
    if order != list(range(links)):
        faults.append(f"the keyboard goes {order} of {links}")
    return faults, len(order)
