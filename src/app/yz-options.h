/* What the command line asks of the window that is about to open. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YzOptions:
 * @sample: open the sample workspace
 * @screenshot: (nullable): write the window as PNG and quit
 * @size: (nullable): "WIDTHxHEIGHT" of the window
 * @page: (nullable): name of the page to open
 * @dark, @light: appearance, in place of the setting
 * @actions: (nullable): detailed names of actions to activate once the workspace is open
 */
typedef struct
{
  gboolean sample;
  char *screenshot;
  char *size;
  char *page;
  gboolean dark;
  gboolean light;
  char **actions;
} YzOptions;

/**
 * yz_options_add:
 * @options: filled when the command line has been read
 */
void yz_options_add (YzOptions *options, GApplication *application);

/**
 * yz_options_get_size:
 *
 * Returns: %FALSE if no size is asked for, or one that is none
 */
gboolean yz_options_get_size (const YzOptions *options, int *width, int *height);

/**
 * yz_options_clear:
 *
 * Frees what the options hold.
 */
void yz_options_clear (YzOptions *options);

G_END_DECLS
