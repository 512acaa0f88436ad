"""Review by hand: corrections as a plain file, applied on each run, a queue by doubt, and gold of what was reviewed.

In the order of the data: ``cells`` and ``corrections`` read and write the file, ``applying`` holds it against a record,
``book`` against many, ``doubt`` says what to look at first, ``session`` is one person's work on some releases, ``gold``
writes it in the benchmark's format. ``widget`` and ``showing`` show it in JupyterLab; the others need neither pandas
nor Jupyter.
"""
