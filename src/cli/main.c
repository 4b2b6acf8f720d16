#include "config.h"

#include "yz-cli.h"
#include "yz-locale.h"

int
main (int argc, char *argv[])
{
  yz_locale_init ();
  return yz_cli_run (argc, argv);
}
