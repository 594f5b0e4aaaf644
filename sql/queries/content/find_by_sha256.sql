select bytes from content where sha256 = $1
