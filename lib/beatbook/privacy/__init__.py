"""Private persons in what is shared: ``private`` says who is one, ``identifiers`` finds homes, plates and numbers,
``redaction`` masks them in a record.
"""
