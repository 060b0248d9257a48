"""Commands of one machine, each a module with `main(argv)`; `landsea.cli` lists them."""
