[g].sh
