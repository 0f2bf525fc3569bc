"""The rules of the house: values and functions, nothing else."""
