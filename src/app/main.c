/* The desktop application. Everything but this is in a library, so that tests can have it too. */
#include "config.h"

#include "yz-application.h"
#include "yz-locale.h"

int
main (int argc, char **argv)
{
  g_autoptr (YzApplication) application = NULL;
  int status;

  yz_locale_init ();
  application = yz_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  return status != 0 ? status : yz_application_get_status (application);
}
