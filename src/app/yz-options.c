#include "config.h"

#include "yz-options.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

void
yz_options_add (YzOptions *options, GApplication *application)
{
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &options->sample, N_ ("Open the sample workspace"), NULL },
    { "page", 0, 0, G_OPTION_ARG_STRING, &options->page,
      N_ ("Open this page: stations, records, inventory, guides, import or a kind of record such as person"),
      N_ ("NAME") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options->size, N_ ("Size of the window"), N_ ("WIDTHxHEIGHT") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options->dark, N_ ("Use the dark appearance"), NULL },
    { "light", 0, 0, G_OPTION_ARG_NONE, &options->light, N_ ("Use the light appearance"), NULL },
    { "activate", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->actions, N_ ("Do this when the workspace is open"),
      N_ ("ACTION") },
    { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, &options->screenshot, N_ ("Write a picture of the window and quit"),
      N_ ("FILE") },
    { NULL }
  };

  g_application_add_main_option_entries (application, entries);
}

gboolean
yz_options_get_size (const YzOptions *options, int *width, int *height)
{
  return options->size != NULL && sscanf (options->size, "%5dx%5d", width, height) == 2 && *width > 0 && *height > 0;
}

void
yz_options_clear (YzOptions *options)
{
  g_clear_pointer (&options->screenshot, g_free);
  g_clear_pointer (&options->size, g_free);
  g_clear_pointer (&options->page, g_free);
  g_clear_pointer (&options->actions, g_strfreev);
}
