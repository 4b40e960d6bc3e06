"""The reader of Python source code and Jupyter notebooks."""
