"""The first start: four steps from an empty folder to an office that can work, or back from a backup."""
