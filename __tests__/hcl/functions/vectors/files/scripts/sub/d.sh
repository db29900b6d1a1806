sub/d.sh
