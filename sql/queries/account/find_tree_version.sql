select version from tree_version
