"""The settings of a filled document: what keeps Word from asking questions or working as an older Word did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.office.names import w
from briefer.office.package import Package
from briefer.office.xml import remove

if TYPE_CHECKING:
    from lxml import etree

_MODERN = "http://schemas.microsoft.com/office/word"
_MODE = "compatibilityMode"
_OF_EDITING = tuple(
    w(name)
    for name in "writeProtection documentProtection trackRevisions revisionView formsDesign docVars rsids".split()
)
_AFTER_COMPATIBILITY = frozenset(
    w(name)
    for name in (
        "docVars rsids attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats"
        " doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary"
        " shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
    ).split()
)


def tidy_settings(package: Package) -> None:
    """Take out what asks the reader a question on opening, and say that the document is one of today's Word."""
    part = next(package.related(package.main, "/settings"), "")
    if not part:
        return
    root = package.tree(part)
    for element in list(root.iter(w("updateFields"))):
        remove(element)
    for zoom in root.iter(w("zoom")):
        if not zoom.get(w("percent")):
            zoom.set(w("percent"), "100")
    _compatibility(root)


def forget_editing(package: Package) -> None:
    """Take out how the document that a memo is dressed as was edited and protected: a memo is to be worked on."""
    part = next(package.related(package.main, "/settings"), "")
    for element in list(package.tree(part).iter(*_OF_EDITING)) if part else ():
        remove(element)


def _compatibility(root: etree._Element) -> None:
    from lxml import etree

    compat = root.find(w("compat"))
    if compat is None:
        compat = etree.Element(w("compat"))
        later = next((child for child in root if child.tag in _AFTER_COMPATIBILITY), None)
        if later is None:
            root.append(compat)
        else:
            later.addprevious(compat)
    for setting in compat.iter(w("compatSetting")):
        if setting.get(w("name")) == _MODE:
            setting.set(w("val"), "15")
            return
    mode = etree.SubElement(compat, w("compatSetting"))
    for key, value in (("name", _MODE), ("uri", _MODERN), ("val", "15")):
        mode.set(w(key), value)
