"""From a case to a document: web page, PDF, spreadsheet or JSON; one module a format."""
