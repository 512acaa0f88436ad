"""Facts: one module a family, each with ``find(doc) -> list[Fact]``. Families do not import each other."""
