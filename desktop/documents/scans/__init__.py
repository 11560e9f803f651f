"""Scanned papers: what is in a file that a clerk hands in, what is wrong with it, and how a page looks."""

from desktop.documents.scans.inspection import ScanReport, inspect_scan, require_accepted
from desktop.documents.scans.limits import DEFAULT_LIMITS, ScanLimits
from desktop.documents.scans.rendering import RenderedPage, count_pages, render_page, render_print

__all__ = [
    "DEFAULT_LIMITS",
    "RenderedPage",
    "ScanLimits",
    "ScanReport",
    "count_pages",
    "inspect_scan",
    "render_page",
    "render_print",
    "require_accepted",
]
