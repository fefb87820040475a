"""The article set like a page: the heart of the window."""

from factcheck.ui.article.view import ArticleView

__all__ = ["ArticleView"]
