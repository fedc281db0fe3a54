"""Codora: the open platform of a European coding campaign. ARCHITECTURE.md is the map of its apps."""
