"""Pictures of the cards that payloads would show: an approximation, drawn without Apple's fonts, symbols and layout."""

from liveschema.preview.card import svg
from liveschema.preview.colors import THEMES

__all__ = ["THEMES", "svg"]
