#include "config.h"

#include "yz-photos.h"

#include <glib/gi18n-lib.h>

#include "yz-blob.h"
#include "yz-file.h"
#include "yz-kinds.h"
#include "yz-photo-date.h"
#include "yz-text.h"

struct _YzPhotos
{
  GObject parent_instance;

  YzSession *session;
  YzStore *store;
  gulong changed_id;
  char *station;
  GListStore *items;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YzPhotos, yz_photos, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

typedef enum
{
  PROP_N_ITEMS = 1,
} YzPhotosProperty;

static GParamSpec *properties[PROP_N_ITEMS + 1];

static GType
photos_get_item_type (GListModel *model)
{
  return YZ_TYPE_RECORD;
}

static guint
photos_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (YZ_PHOTOS (model)->items));
}

static gpointer
photos_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (YZ_PHOTOS (model)->items), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = photos_get_item_type;
  iface->get_n_items = photos_get_n_items;
  iface->get_item = photos_get_item;
}

static void
on_items_changed (GListModel *items, guint position, guint removed, guint added, YzPhotos *self)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* Returns: (nullable): %NULL where they cannot be read, which is told */
static GPtrArray *
load (YzPhotos *self)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_attachment_kind);
  g_autoptr (GError) error = NULL;
  GPtrArray *photos;

  yz_query_add (query, "station", YZ_COMPARE_EQUAL, g_variant_new_string (self->station));
  yz_query_set_order (query, "created", FALSE);
  photos = yz_store_load_records (self->store, query, &error);
  if (photos == NULL)
    yz_session_report_error (self->session, error);
  return photos;
}

static void
reload (YzPhotos *self)
{
  g_autoptr (GPtrArray) photos = NULL;
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (self->store != NULL && self->station != NULL)
    photos = load (self);
  if (n_items > 0 || (photos != NULL && photos->len > 0))
    g_list_store_splice (self->items, 0, n_items, photos != NULL ? photos->pdata : NULL,
                         photos != NULL ? photos->len : 0);
}

static void
on_changed (YzPhotos *self, const char *kind)
{
  if (kind == NULL || g_str_equal (kind, yz_attachment_kind.name))
    reload (self);
}

static void
on_store_replaced (YzPhotos *self)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_id, self->store);
  g_set_object (&self->store, yz_session_get_store (self->session));
  if (self->store != NULL)
    self->changed_id =
      g_signal_connect_object (self->store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
}

static void
yz_photos_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_N_ITEMS)
    g_value_set_uint (value, photos_get_n_items (G_LIST_MODEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_photos_finalize (GObject *object)
{
  YzPhotos *self = YZ_PHOTOS (object);

  g_clear_object (&self->items);
  g_clear_object (&self->store);
  g_clear_object (&self->session);
  g_clear_pointer (&self->station, g_free);

  G_OBJECT_CLASS (yz_photos_parent_class)->finalize (object);
}

static void
yz_photos_class_init (YzPhotosClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yz_photos_get_property;
  object_class->finalize = yz_photos_finalize;

  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_photos_init (YzPhotos *self)
{
  self->items = g_list_store_new (YZ_TYPE_RECORD);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (on_items_changed), self, 0);
}

YzPhotos *
yz_photos_new (YzSession *session)
{
  YzPhotos *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_PHOTOS, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_replaced), self, G_CONNECT_SWAPPED);
  on_store_replaced (self);
  return self;
}

YzSession *
yz_photos_get_session (YzPhotos *self)
{
  g_return_val_if_fail (YZ_IS_PHOTOS (self), NULL);
  return self->session;
}

void
yz_photos_set_station (YzPhotos *self, const char *id)
{
  g_return_if_fail (YZ_IS_PHOTOS (self));

  if (yz_set_str (&self->station, id))
    reload (self);
}

guint
yz_photos_find (YzPhotos *self, const char *id)
{
  guint n_items = photos_get_n_items (G_LIST_MODEL (self));

  g_return_val_if_fail (YZ_IS_PHOTOS (self), G_MAXUINT);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (YzRecord) photo = photos_get_item (G_LIST_MODEL (self), i);

      if (g_strcmp0 (yz_record_get_id (photo), id) == 0)
        return i;
    }
  return G_MAXUINT;
}

void
yz_photos_remove (YzPhotos *self, YzRecord *photo)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Remove photo"));

  g_return_if_fail (YZ_IS_PHOTOS (self));

  yz_edit_delete (edit, photo);
  yz_session_apply (self->session, edit);
}

void
yz_photos_set_caption (YzPhotos *self, YzRecord *photo, const char *caption)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Edit caption"));
  g_autoptr (YzRecord) after = NULL;

  g_return_if_fail (YZ_IS_PHOTOS (self));

  after = yz_record_copy (photo);
  yz_record_set_text (after, "note", caption);
  yz_edit_update (edit, photo, after);
  if (yz_edit_get_n_changes (edit) > 0)
    yz_session_apply (self->session, edit);
}

/* Adding */

typedef struct
{
  YzStore *store;
  YzIdFactory *ids;
  YzJob *job;
  char *station;
  char **uris;

  YzEdit *edit;
  GStrvBuilder *refused;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_clear_object (&adding->store);
  g_clear_object (&adding->ids);
  g_clear_object (&adding->job);
  g_clear_object (&adding->edit);
  g_clear_pointer (&adding->station, g_free);
  g_clear_pointer (&adding->uris, g_strfreev);
  g_clear_pointer (&adding->refused, g_strv_builder_unref);
  g_free (adding);
}

/* One byte more than may be kept is enough to see that there are too many. */
static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree guchar *buffer = NULL;
  gsize length;

  /* a pipe or a device would be read without an end */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("This is not an ordinary file"));
      return NULL;
    }
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  buffer = g_malloc (YZ_BLOB_MAX_SIZE + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, YZ_BLOB_MAX_SIZE + 1, &length, cancellable, error))
    return NULL;
  return g_bytes_new (buffer, length);
}

static YzRecord *
make_photo (Adding *adding, const char *name, GBytes *bytes, const char *sha256)
{
  g_autofree char *id = yz_id_factory_next (adding->ids);
  g_autofree char *taken = NULL;
  YzRecord *photo = yz_record_new (&yz_attachment_kind, id);
  const char *content_type = yz_blob_recognise (bytes, NULL);

  if (g_str_equal (content_type, "image/jpeg"))
    taken = yz_photo_read_date (bytes);
  yz_record_set_text (photo, "name", name);
  yz_record_set_text (photo, "station", adding->station);
  yz_record_set_text (photo, "content_type", content_type);
  yz_record_set_text (photo, "sha256", sha256);
  yz_record_set (photo, "size", g_variant_new_int64 ((gint64) g_bytes_get_size (bytes)));
  yz_record_set_text (photo, "taken", taken);
  return photo;
}

static gboolean
add_file (Adding *adding, GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = read_file (file, cancellable, error);
  g_autofree char *sha256 = NULL;
  g_autoptr (YzRecord) photo = NULL;

  if (bytes == NULL)
    return FALSE;
  sha256 = yz_store_put_blob (adding->store, bytes, cancellable, error);
  if (sha256 == NULL)
    return FALSE;
  photo = make_photo (adding, name, bytes, sha256);
  yz_edit_create (adding->edit, photo);
  return TRUE;
}

static gboolean
add_uri (Adding *adding, const char *uri, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : uri);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) refusal = NULL;

  if (add_file (adding, file, name, cancellable, &refusal))
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  sentence = g_strdup_printf ("%s: %s", name, refusal->message);
  g_strv_builder_add (adding->refused, sentence);
  return TRUE;
}

static void
add_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Adding *adding = data;
  guint n_uris = g_strv_length (adding->uris);
  GError *error = NULL;

  for (guint i = 0; i < n_uris; i++)
    {
      if (!add_uri (adding, adding->uris[i], cancellable, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      yz_job_report (i + 1, n_uris, adding->job);
    }
  g_task_return_boolean (task, TRUE);
}

static void
return_refused (GTask *task)
{
  Adding *adding = g_task_get_task_data (task);

  g_task_return_pointer (task, g_strv_builder_end (adding->refused), (GDestroyNotify) g_strfreev);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  yz_action_free (yz_session_apply_finish (YZ_SESSION (source), result, &error));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    return_refused (task);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Adding *adding = g_task_get_task_data (task);
  YzSession *session = YZ_PHOTOS (source)->session;
  g_autoptr (YzRecord) station = NULL;
  GError *error = NULL;

  yz_job_finish (adding->job);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (adding->store != yz_session_get_store (session))
    g_task_return_new_error (task, YZ_STORE_ERROR, YZ_STORE_ERROR_FAILED, "%s",
                             _ ("The workspace was closed before the files were added"));
  else if (yz_edit_get_n_changes (adding->edit) == 0)
    return_refused (task);
  else
    {
      station = yz_store_load (adding->store, &yz_station_kind, adding->station, NULL);
      yz_edit_set_subject (adding->edit, station != NULL ? yz_record_get_title (station) : NULL);
      yz_session_apply_async (session, adding->edit, on_applied, g_steal_pointer (&task));
    }
}

static Adding *
adding_new (YzPhotos *self, const char *const *uris)
{
  Adding *adding = g_new0 (Adding, 1);
  gboolean single = g_strv_length ((char **) uris) == 1;

  adding->store = g_object_ref (self->store);
  adding->ids = g_object_ref (yz_session_get_ids (self->session));
  adding->job = yz_job_new (single ? _ ("Adding a photo") : _ ("Adding photos"));
  adding->station = g_strdup (self->station);
  adding->uris = g_strdupv ((char **) uris);
  adding->edit = yz_edit_new (single ? N_ ("Add photo") : N_ ("Add photos"));
  adding->refused = g_strv_builder_new ();
  return adding;
}

void
yz_photos_add_async (YzPhotos *self, const char *const *uris, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) keeping = NULL;
  GTask *task;
  Adding *adding;

  g_return_if_fail (YZ_IS_PHOTOS (self) && uris != NULL);
  g_return_if_fail (self->store != NULL && self->station != NULL);

  adding = adding_new (self, uris);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yz_photos_add_async);
  g_task_set_task_data (task, adding, adding_free);
  yz_session_add_job (self->session, adding->job);

  keeping = g_task_new (self, yz_job_get_cancellable (adding->job), on_kept, task);
  g_task_set_task_data (keeping, adding, NULL);
  g_task_run_in_thread (keeping, add_in_thread);
}

char **
yz_photos_add_finish (YzPhotos *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Saving */

typedef struct
{
  YzStore *store;
  GFile *file;
  char *sha256;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->store);
  g_clear_object (&saving->file);
  g_clear_pointer (&saving->sha256, g_free);
  g_free (saving);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = yz_store_get_blob (saving->store, saving->sha256, &error);

  if (bytes != NULL &&
      yz_file_save (saving->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
yz_photos_save_async (YzPhotos *self, YzRecord *photo, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (YZ_IS_PHOTOS (self) && self->store != NULL);
  g_return_if_fail (YZ_IS_RECORD (photo) && G_IS_FILE (file));

  task = g_task_new (self, NULL, callback, user_data);
  saving = g_new0 (Saving, 1);
  saving->store = g_object_ref (self->store);
  saving->file = g_object_ref (file);
  saving->sha256 = g_strdup (yz_record_get_text (photo, "sha256"));
  g_task_set_source_tag (task, yz_photos_save_async);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
yz_photos_save_finish (YzPhotos *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
