#include "config.h"

#include "yz-window-private.h"

#include "yz-export-dialog.h"
#include "yz-export.h"
#include "yz-kinds.h"
#include "yz-window-export.h"

#include <glib/gi18n-lib.h>

/* What the page that is open lists. */
static YzListing *
dup_listing (YzWindow *self)
{
  YzListing *records = NULL;

  if (yz_window_shows_records (self))
    g_object_get (self->records_page, "records", &records, NULL);
  return records != NULL ? records : g_object_ref (YZ_LISTING (self->stations));
}

void
yz_window_show_export (YzWindow *self)
{
  g_autoptr (YzListing) listing = dup_listing (self);
  YzRecordList *list = yz_listing_get_list (listing);

  if (list != NULL)
    gtk_window_present (GTK_WINDOW (yz_export_dialog_new (GTK_WINDOW (self), yz_listing_get_kind (listing),
                                                          g_list_model_get_n_items (G_LIST_MODEL (list)),
                                                          yz_listing_get_selected (listing)->len)));
}

typedef struct
{
  YzWindow *window;
  char *folder;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_free (request->folder);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
announce (YzWindow *self, const char *text, const char *folder)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _ ("Open Folder"));
  adw_toast_set_action_name (toast, "win.open-folder");
  adw_toast_set_action_target (toast, "s", folder);
  yz_window_add_toast (self, toast);
}

void
yz_window_tell_saved (YzWindow *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("“%s” saved"), name);

  announce (self, text, folder);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  if (!yz_export_finish (YZ_SESSION (source), result, &n, &error))
    {
      yz_window_tell_error (request->window, error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u row exported", "%u rows exported", n), n);
  announce (request->window, text, request->folder);
}

/* From the words of the action, or an error. */
static void
read_options (const char *path, const char *datum, const char *purpose, YzExportOptions *options, GError **error)
{
  options->flags = *purpose != '\0' ? YZ_EXPORT_UNMASKED : YZ_EXPORT_NONE;
  options->purpose = purpose;
  if (!yz_list_format_from_path (path, &options->format))
    g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_WRITE,
                 _ ("“%s” does not end in .csv, .xlsx, .ods, .geojson, .gpkg or .kml"), path);
  else if (!yz_datum_from_name (datum, &options->datum))
    g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_WRITE,
                 _ ("there is no datum “%s”; there are wgs84, gcj02, bd09, bd09mc"), datum);
}

void
yz_window_export (YzWindow *self, const char *path, const char *datum, const char *purpose, gboolean selection)
{
  g_autoptr (YzListing) listing = dup_listing (self);
  YzRecordList *list = yz_listing_get_list (listing);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  YzExportOptions options = { 0 };
  Request *request;

  if (list == NULL)
    return;
  rows = selection ? g_array_ref (yz_listing_get_selected (listing)) : g_array_ref (yz_record_list_get_rows (list));
  /* an empty file, perhaps in place of a full one, helps nobody */
  if (rows->len == 0)
    g_set_error_literal (&error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_WRITE, _ ("There is nothing to export"));
  else
    read_options (path, datum, purpose, &options, &error);
  if (error != NULL)
    {
      yz_window_tell_error (self, error);
      return;
    }
  request = g_new (Request, 1);
  request->window = g_object_ref (self);
  request->folder = g_path_get_dirname (path);
  yz_export_async (self->session, yz_listing_get_kind (listing), rows, path, &options, on_exported, request);
}
