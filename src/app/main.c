/* The desktop application. Everything but this is in a library, so that tests can have it too. */
#include "config.h"

#include "yz-application.h"
#include "yz-locale.h"

int
main (int argc, char **argv)
{
  g_autoptr (YzApplication) application = NULL;

  yz_locale_init ();
  application = yz_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
