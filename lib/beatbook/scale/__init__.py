"""Many documents: by processes of this machine (``processes``), or by a Dask cluster (``cluster``, extra ``dist``).

Both give the records that one process gives, in the order of the input; ``docs/scale.md`` says what they cost.
"""
