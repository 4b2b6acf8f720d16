#include "config.h"

#include "yz-trash-list.h"

#include "yz-kinds.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>

#define MOST_OF_A_KIND 200
#define DAY_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)

struct _YzTrashItem
{
  GObject parent_instance;

  YzRecord *record;
  char *title;
  char *when;
  char *left;
};

G_DEFINE_FINAL_TYPE (YzTrashItem, yz_trash_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_KIND,
  PROP_WHEN,
  PROP_LEFT,
} YzTrashItemProperty;

static GParamSpec *properties[PROP_LEFT + 1];

static void
yz_trash_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzTrashItem *self = YZ_TRASH_ITEM (object);

  switch ((YzTrashItemProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_KIND:
      g_value_set_string (value, _ (yz_record_get_kind (self->record)->title));
      break;
    case PROP_WHEN:
      g_value_set_string (value, self->when);
      break;
    case PROP_LEFT:
      g_value_set_string (value, self->left);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_trash_item_finalize (GObject *object)
{
  YzTrashItem *self = YZ_TRASH_ITEM (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->when, g_free);
  g_clear_pointer (&self->left, g_free);

  G_OBJECT_CLASS (yz_trash_item_parent_class)->finalize (object);
}

static void
yz_trash_item_class_init (YzTrashItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yz_trash_item_get_property;
  object_class->finalize = yz_trash_item_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, NULL, flags);
  properties[PROP_LEFT] = g_param_spec_string ("left", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_trash_item_init (YzTrashItem *self)
{
}

static char *
format_left (gint64 deleted_at, gint64 now)
{
  gint64 days = YZ_TRASH_DAYS - (now - deleted_at) / DAY_MS;

  if (days <= 0)
    return g_strdup (_ ("removed when the workspace is closed"));
  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), (int) days);
}

static YzTrashItem *
trash_item_new (YzRecord *record, gint64 now)
{
  YzTrashItem *self = g_object_new (YZ_TYPE_TRASH_ITEM, NULL);
  gint64 deleted_at = yz_record_get_deleted_at (record);
  g_autoptr (GDateTime) local = yz_office_time (deleted_at);

  self->record = g_object_ref (record);
  self->title = yz_record_to_words (record, FALSE);
  self->when = g_date_time_format (local, "%Y-%m-%d %H:%M");
  self->left = format_left (deleted_at, now);
  return self;
}

struct _YzTrashList
{
  GObject parent_instance;

  YzSession *session;
  YzStore *store;
  gulong changed_id;
  GListStore *items;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YzTrashList, yz_trash_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
trash_get_item_type (GListModel *model)
{
  return YZ_TYPE_TRASH_ITEM;
}

static guint
trash_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (YZ_TRASH_LIST (model)->items));
}

static gpointer
trash_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (YZ_TRASH_LIST (model)->items), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = trash_get_item_type;
  iface->get_n_items = trash_get_n_items;
  iface->get_item = trash_get_item;
}

static void
on_items_changed (GListModel *items, guint position, guint removed, guint added, YzTrashList *self)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static gboolean
add_kind (YzTrashList *self, const YzKind *kind, GPtrArray *items, GError **error)
{
  g_autoptr (YzQuery) query = yz_query_new (kind);
  g_autoptr (GArray) rows = NULL;
  gint64 now = yz_clock_get_now (yz_session_get_clock (self->session));

  yz_query_set_trash (query, YZ_QUERY_TRASHED);
  yz_query_set_order (query, "changed", TRUE);
  yz_query_set_limit (query, MOST_OF_A_KIND);
  rows = yz_store_query (self->store, query, NULL, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (YzRecord) record = yz_store_load_row (self->store, kind, g_array_index (rows, gint64, i), error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (items, trash_item_new (record, now));
    }
  return rows != NULL;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  YzTrashItem *one = *(YzTrashItem *const *) a;
  YzTrashItem *two = *(YzTrashItem *const *) b;
  gint64 left = yz_record_get_deleted_at (one->record);
  gint64 right = yz_record_get_deleted_at (two->record);

  return left == right ? g_utf8_collate (one->title, two->title) : left < right ? 1 : -1;
}

static void
reload (YzTrashList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  guint n_kinds;
  const YzKind *const *kinds = yz_kinds_get_all (&n_kinds);

  for (guint i = 0; self->store != NULL && error == NULL && i < n_kinds; i++)
    add_kind (self, kinds[i], items, &error);
  if (error != NULL)
    yz_session_report_error (self->session, error);
  g_ptr_array_sort (items, compare_latest_first);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

static void
on_store_replaced (YzTrashList *self)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_id, self->store);
  g_set_object (&self->store, yz_session_get_store (self->session));
  if (self->store != NULL)
    self->changed_id = g_signal_connect_object (self->store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}

static void
yz_trash_list_finalize (GObject *object)
{
  YzTrashList *self = YZ_TRASH_LIST (object);

  g_clear_object (&self->items);
  g_clear_object (&self->store);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_trash_list_parent_class)->finalize (object);
}

static void
yz_trash_list_class_init (YzTrashListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yz_trash_list_finalize;
}

static void
yz_trash_list_init (YzTrashList *self)
{
  self->items = g_list_store_new (YZ_TYPE_TRASH_ITEM);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (on_items_changed), self, 0);
}

YzTrashList *
yz_trash_list_new (YzSession *session)
{
  YzTrashList *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_TRASH_LIST, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_replaced), self, G_CONNECT_SWAPPED);
  on_store_replaced (self);
  return self;
}

void
yz_trash_list_restore (YzTrashList *self, GPtrArray *items)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Restore from the trash"));

  g_return_if_fail (YZ_IS_TRASH_LIST (self));

  for (guint i = 0; i < items->len; i++)
    yz_edit_restore (edit, YZ_TRASH_ITEM (g_ptr_array_index (items, i))->record);
  if (yz_edit_get_n_changes (edit) > 0)
    yz_session_apply (self->session, edit);
}
