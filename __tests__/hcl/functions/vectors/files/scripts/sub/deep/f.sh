sub/deep/f.sh
