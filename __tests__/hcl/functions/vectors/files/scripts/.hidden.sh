.hidden.sh
