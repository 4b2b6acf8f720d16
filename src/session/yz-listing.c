#include "config.h"

#include "yz-listing.h"

#include "yz-store-columns.h"
#include "yz-text.h"

typedef struct
{
  YzSession *session;
  YzStore *store; /* the one that everything below belongs to */
  gulong store_changed_id;

  const YzKind *kind;
  char *order;
  gboolean descending;

  YzRecordList *list;
  guint total;
  guint shown;
  gboolean loading;
  char *error;

  YzRecord *current;
  gint64 current_row;
  GArray *selected; /* rows */
} YzListingPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YzListing, yz_listing, G_TYPE_OBJECT)

typedef enum
{
  PROP_SESSION = 1,
  PROP_KIND,
  PROP_LIST,
  PROP_TOTAL,
  PROP_SHOWN,
  PROP_LOADING,
  PROP_ORDER,
  PROP_DESCENDING,
  PROP_CURRENT,
  PROP_N_SELECTED,
  PROP_ERROR,
} YzListingProperty;

static GParamSpec *properties[PROP_ERROR + 1];

static YzListingPrivate *
get_private (YzListing *self)
{
  return yz_listing_get_instance_private (self);
}

static void
notify (YzListing *self, YzListingProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* --- the current record and the selected ones --- */

static void
set_current (YzListing *self, gint64 row, YzRecord *record)
{
  YzListingPrivate *priv = get_private (self);

  priv->current_row = record != NULL ? row : 0;
  if (g_set_object (&priv->current, record))
    notify (self, PROP_CURRENT);
}

static YzRecord *
load_live (YzListing *self, gint64 row)
{
  g_autoptr (YzRecord) record = yz_listing_load_row (self, row);

  return record != NULL && yz_record_get_deleted_at (record) == 0 ? g_steal_pointer (&record) : NULL;
}

void
yz_listing_reload_current (YzListing *self)
{
  gint64 row = get_private (self)->current_row;
  g_autoptr (YzRecord) record = NULL;

  g_return_if_fail (YZ_IS_LISTING (self));

  if (row == 0)
    return;
  record = load_live (self, row);
  set_current (self, row, record);
}

/* A pane in which somebody types is not disturbed by changes elsewhere. */
static void
update_current (YzListing *self)
{
  YzListingPrivate *priv = get_private (self);
  g_autoptr (YzRecord) record = priv->current_row != 0 ? load_live (self, priv->current_row) : NULL;

  if (record == NULL || !yz_record_equal (record, priv->current))
    set_current (self, priv->current_row, record);
}

static void
take_selected (YzListing *self, GArray *rows)
{
  YzListingPrivate *priv = get_private (self);

  g_array_unref (priv->selected);
  priv->selected = rows;
  notify (self, PROP_N_SELECTED);
}

static void
forget_selection (YzListing *self)
{
  take_selected (self, g_array_new (FALSE, FALSE, sizeof (gint64)));
  set_current (self, 0, NULL);
}

/* --- following the workspace --- */

static void
start (YzListing *self)
{
  YzListingPrivate *priv = get_private (self);

  g_clear_object (&priv->list);
  if (priv->store != NULL)
    priv->list = yz_record_list_new (priv->store, priv->kind);
  forget_selection (self);
  yz_listing_set_counts (self, 0, 0);
  notify (self, PROP_LIST);
  YZ_LISTING_GET_CLASS (self)->started (self);
}

static void
on_store_changed (YzListing *self, const char *kind, const char *const *ids)
{
  YzListingPrivate *priv = get_private (self);

  if (kind == NULL || g_str_equal (kind, priv->kind->name))
    {
      yz_record_list_refresh (priv->list);
      update_current (self);
    }
  YZ_LISTING_GET_CLASS (self)->changed (self, kind, ids);
}

static void
leave_store (YzListing *self)
{
  YzListingPrivate *priv = get_private (self);

  if (priv->store != NULL)
    g_clear_signal_handler (&priv->store_changed_id, priv->store);
  g_clear_object (&priv->store);
}

static void
on_store_notify (YzListing *self)
{
  YzListingPrivate *priv = get_private (self);
  YzStore *store = yz_session_get_store (priv->session);

  if (store == priv->store)
    return;
  leave_store (self);
  if (store != NULL)
    {
      priv->store = g_object_ref (store);
      priv->store_changed_id =
        g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
    }
  yz_listing_set_error (self, NULL);
  start (self);
}

void
yz_listing_follow (YzListing *self, YzSession *session, const YzKind *kind)
{
  YzListingPrivate *priv = get_private (self);

  g_return_if_fail (YZ_IS_LISTING (self) && YZ_IS_SESSION (session) && kind != NULL);

  priv->session = g_object_ref (session);
  priv->kind = kind;
  yz_set_str (&priv->order, kind->title_field);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_notify), self, G_CONNECT_SWAPPED);
  if (yz_session_get_store (session) != NULL)
    on_store_notify (self);
  else
    start (self);
}

/* --- the object --- */

static void
yz_listing_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzListingPrivate *priv = get_private (YZ_LISTING (object));

  switch ((YzListingProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_KIND:
      g_value_set_string (value, priv->kind->name);
      break;
    case PROP_LIST:
      g_value_set_object (value, priv->list);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, priv->total);
      break;
    case PROP_SHOWN:
      g_value_set_uint (value, priv->shown);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, priv->loading);
      break;
    case PROP_ORDER:
      g_value_set_string (value, priv->order);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, priv->descending);
      break;
    case PROP_CURRENT:
      g_value_set_object (value, priv->current);
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, priv->selected->len);
      break;
    case PROP_ERROR:
      g_value_set_string (value, priv->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_listing_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzListing *self = YZ_LISTING (object);

  switch (prop_id)
    {
    case PROP_ORDER:
      yz_listing_set_order (self, g_value_get_string (value), get_private (self)->descending);
      break;
    case PROP_DESCENDING:
      yz_listing_set_order (self, get_private (self)->order, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_listing_dispose (GObject *object)
{
  YzListingPrivate *priv = get_private (YZ_LISTING (object));

  leave_store (YZ_LISTING (object));
  g_clear_object (&priv->current);
  g_clear_object (&priv->list);

  G_OBJECT_CLASS (yz_listing_parent_class)->dispose (object);
}

static void
yz_listing_finalize (GObject *object)
{
  YzListingPrivate *priv = get_private (YZ_LISTING (object));

  g_clear_object (&priv->session);
  g_clear_pointer (&priv->selected, g_array_unref);
  g_clear_pointer (&priv->order, g_free);
  g_clear_pointer (&priv->error, g_free);

  G_OBJECT_CLASS (yz_listing_parent_class)->finalize (object);
}

static void
yz_listing_class_init (YzListingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = yz_listing_get_property;
  object_class->set_property = yz_listing_set_property;
  object_class->dispose = yz_listing_dispose;
  object_class->finalize = yz_listing_finalize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YZ_TYPE_SESSION, readable);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, readable);
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, YZ_TYPE_RECORD_LIST, readable);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SHOWN] = g_param_spec_uint ("shown", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL, writable);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, writable);
  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, YZ_TYPE_RECORD, readable);
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_listing_init (YzListing *self)
{
  get_private (self)->selected = g_array_new (FALSE, FALSE, sizeof (gint64));
}

YzSession *
yz_listing_get_session (YzListing *self)
{
  g_return_val_if_fail (YZ_IS_LISTING (self), NULL);
  return get_private (self)->session;
}

YzStore *
yz_listing_get_store (YzListing *self)
{
  g_return_val_if_fail (YZ_IS_LISTING (self), NULL);
  return get_private (self)->store;
}

YzRecordList *
yz_listing_get_list (YzListing *self)
{
  g_return_val_if_fail (YZ_IS_LISTING (self), NULL);
  return get_private (self)->list;
}

const YzKind *
yz_listing_get_kind (YzListing *self)
{
  g_return_val_if_fail (YZ_IS_LISTING (self), NULL);
  return get_private (self)->kind;
}

static void
change_order (YzListing *self, const char *field, gboolean descending)
{
  YzListingPrivate *priv = get_private (self);

  if (yz_set_str (&priv->order, field))
    notify (self, PROP_ORDER);
  if (priv->descending == descending)
    return;
  priv->descending = descending;
  notify (self, PROP_DESCENDING);
}

/* Names from the first on; days from the last, for nobody asks for those of years ago. */
static gboolean
begins_descending (const YzKind *kind)
{
  return yz_kind_find_field (kind, kind->title_field)->type == YZ_FIELD_DATE;
}

void
yz_listing_set_kind (YzListing *self, const YzKind *kind)
{
  g_return_if_fail (YZ_IS_LISTING (self) && kind != NULL);

  forget_selection (self);
  get_private (self)->kind = kind;
  change_order (self, kind->title_field, begins_descending (kind));
  notify (self, PROP_KIND);
  start (self);
}

const char *
yz_listing_get_order (YzListing *self)
{
  g_return_val_if_fail (YZ_IS_LISTING (self), NULL);
  return get_private (self)->order;
}

gboolean
yz_listing_is_descending (YzListing *self)
{
  g_return_val_if_fail (YZ_IS_LISTING (self), FALSE);
  return get_private (self)->descending;
}

void
yz_listing_set_order (YzListing *self, const char *field, gboolean descending)
{
  YzListingPrivate *priv = get_private (self);

  g_return_if_fail (YZ_IS_LISTING (self) && field != NULL);

  if (g_str_equal (priv->order, field) && priv->descending == descending)
    return;
  change_order (self, field, descending);
  YZ_LISTING_GET_CLASS (self)->ask (self);
}

void
yz_listing_set_counts (YzListing *self, guint total, guint shown)
{
  YzListingPrivate *priv = get_private (self);

  g_return_if_fail (YZ_IS_LISTING (self));

  priv->total = total;
  priv->shown = shown;
  notify (self, PROP_TOTAL);
  notify (self, PROP_SHOWN);
}

void
yz_listing_set_loading (YzListing *self, gboolean loading)
{
  g_return_if_fail (YZ_IS_LISTING (self));

  if (get_private (self)->loading == loading)
    return;
  get_private (self)->loading = loading;
  notify (self, PROP_LOADING);
}

void
yz_listing_set_error (YzListing *self, const GError *error)
{
  g_return_if_fail (YZ_IS_LISTING (self));

  if (yz_set_str (&get_private (self)->error, error != NULL ? error->message : NULL))
    notify (self, PROP_ERROR);
}

YzRecord *
yz_listing_load_row (YzListing *self, gint64 row)
{
  YzListingPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  YzRecord *record;

  g_return_val_if_fail (YZ_IS_LISTING (self), NULL);

  if (priv->store == NULL)
    return NULL;
  record = yz_store_load_row (priv->store, priv->kind, row, &error);
  if (error != NULL)
    yz_listing_set_error (self, error);
  return record;
}

YzRecord *
yz_listing_get_current (YzListing *self)
{
  g_return_val_if_fail (YZ_IS_LISTING (self), NULL);
  return get_private (self)->current;
}

gint64
yz_listing_get_current_row (YzListing *self)
{
  g_return_val_if_fail (YZ_IS_LISTING (self), 0);
  return get_private (self)->current_row;
}

guint
yz_listing_get_current_position (YzListing *self)
{
  YzListingPrivate *priv = get_private (self);

  g_return_val_if_fail (YZ_IS_LISTING (self), G_MAXUINT);

  if (priv->list == NULL || priv->current_row == 0)
    return G_MAXUINT;
  return yz_record_list_find (priv->list, priv->current_row);
}

void
yz_listing_select_row (YzListing *self, gint64 row)
{
  g_autoptr (YzRecord) record = NULL;

  g_return_if_fail (YZ_IS_LISTING (self));

  if (row == get_private (self)->current_row)
    return;
  if (row != 0)
    record = yz_listing_load_row (self, row);
  set_current (self, row, record);
}

void
yz_listing_select_id (YzListing *self, const char *id)
{
  YzListingPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  gint64 row = 0;

  g_return_if_fail (YZ_IS_LISTING (self));

  if (priv->store == NULL)
    return;
  if (id != NULL && !yz_store_find_row (priv->store, priv->kind, id, &row, &error))
    yz_listing_set_error (self, error);
  yz_listing_select_row (self, row);
}

void
yz_listing_set_selected (YzListing *self, GArray *rows)
{
  g_return_if_fail (YZ_IS_LISTING (self) && rows != NULL);

  take_selected (self, g_array_ref (rows));
  if (rows->len == 1)
    yz_listing_select_row (self, g_array_index (rows, gint64, 0));
}

GArray *
yz_listing_get_selected (YzListing *self)
{
  g_return_val_if_fail (YZ_IS_LISTING (self), NULL);
  return get_private (self)->selected;
}

gboolean
yz_listing_is_selected (YzListing *self, const char *id)
{
  YzListingPrivate *priv = get_private (self);
  gint64 row = 0;

  g_return_val_if_fail (YZ_IS_LISTING (self) && id != NULL, FALSE);

  if (priv->store == NULL || !yz_store_find_row (priv->store, priv->kind, id, &row, NULL))
    return FALSE;
  for (guint i = 0; row != 0 && i < priv->selected->len; i++)
    if (g_array_index (priv->selected, gint64, i) == row)
      return TRUE;
  return FALSE;
}
