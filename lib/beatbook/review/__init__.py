"""Review by hand: corrections as a plain file, applied on each run, a queue by doubt, and gold of what was reviewed.

In the order of the data: ``corrections`` reads and writes the file, ``applying`` holds it against a record, ``doubt``
says what to look at first, ``session`` is one person's work on some releases, ``gold`` writes it in the benchmark's
format; ``widget`` shows it in JupyterLab. All but the widget work without pandas and Jupyter.
"""
