"""Icons, style sheets, word lists, samples and report templates, installed as ``factcheck.resources``."""
