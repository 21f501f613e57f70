"""Official sources taken anew: fetched, read, checked, summed up, and written only when confirmed.

``refresh.refresh`` is the one door; everything else is a step on the way: ``fetch`` brings bytes,
``sdmx`` and the modules named after sources read them, ``proposal`` tells and writes.
"""
