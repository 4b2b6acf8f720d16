#include "config.h"

#include "yz-window-private.h"

#include "yz-export-dialog.h"
#include "yz-export.h"
#include "yz-kinds.h"
#include "yz-store-columns.h"
#include "yz-window-export.h"

#include <glib/gi18n-lib.h>

static GArray *
copy_list (YzRecordList *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    {
      gint64 row = yz_record_list_get_row (list, i);

      g_array_append_val (rows, row);
    }
  return rows;
}

static GArray *
find_rows (YzStore *store, const YzKind *kind, char **ids)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gint64 row = yz_store_find_row (store, kind, ids[i]);

      if (row != 0)
        g_array_append_val (rows, row);
    }
  return rows;
}

GArray *
yz_window_dup_export_rows (YzWindow *self, gboolean selection, const YzKind **kind)
{
  g_autoptr (YzRecords) records = NULL;
  g_auto (GStrv) ids = NULL;
  YzRecordList *list;

  g_return_val_if_fail (YZ_IS_WINDOW (self), NULL);

  if (yz_window_shows_records (self))
    g_object_get (self->records_page, "records", &records, NULL);
  *kind = records != NULL ? yz_records_get_kind (records) : &yz_station_kind;
  list = records != NULL ? yz_listing_get_list (YZ_LISTING (records))
                         : yz_listing_get_list (YZ_LISTING (self->stations));
  if (list == NULL)
    return NULL;
  if (!selection)
    return copy_list (list);
  ids = records != NULL ? yz_listing_dup_selected_ids (YZ_LISTING (records))
                        : yz_listing_dup_selected_ids (YZ_LISTING (self->stations));
  return find_rows (yz_session_get_store (self->session), *kind, ids);
}

void
yz_window_show_export (YzWindow *self)
{
  const YzKind *kind;
  g_autoptr (GArray) rows = yz_window_dup_export_rows (self, FALSE, &kind);
  g_autoptr (GArray) selected = yz_window_dup_export_rows (self, TRUE, &kind);

  if (rows != NULL && selected != NULL)
    gtk_window_present (GTK_WINDOW (yz_export_dialog_new (GTK_WINDOW (self), kind, rows->len, selected->len)));
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
announce (Request *request, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u row exported", "%u rows exported", n), n);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Open Folder"));
  adw_toast_set_action_name (toast, "win.open-folder");
  adw_toast_set_action_target (toast, "s", request->folder);
  yz_window_add_toast (request->window, toast);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!yz_export_finish (YZ_SESSION (source), result, &n, &error))
    {
      yz_window_tell_error (request->window, error);
      return;
    }
  announce (request, n);
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
  const YzKind *kind;
  g_autoptr (GArray) rows = yz_window_dup_export_rows (self, selection, &kind);
  g_autoptr (GError) error = NULL;
  YzExportOptions options = { 0 };
  Request *request;

  if (rows == NULL)
    return;
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
  yz_export_async (self->session, kind, rows, path, &options, on_exported, request);
}
