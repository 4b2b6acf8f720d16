/*
 * What is typed, and what is wrong with it. How it becomes an order is in yz-stock-form-read.c, and what is read for it
 * on a worker in yz-stock-form-fill.c.
 */
#include "config.h"

#include "yz-stock-form-private.h"

#include "yz-stock-when.h"
#include "yz-text.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  PROP_WHEN = 1,
  PROP_NUMBER,
  PROP_DUE,
  PROP_DOCUMENT,
  PROP_HANDLER,
  PROP_RECIPIENT,
  PROP_PEOPLE,
  PROP_CAMPAIGN,
  PROP_REASON,
  PROP_SOURCE,
  PROP_SUPPLIER,
  PROP_PLACE_TITLE,
  PROP_TARGET_TITLE,
  PROP_FORCED,
  PROP_BUSY,
  PROP_CAN_FORCE,
} YzStockFormProperty;

#define LAST_TYPED PROP_SUPPLIER
#define LAST_TEXT PROP_TARGET_TITLE

struct _YzStockForm
{
  GObject parent_instance;

  YzSession *session;
  YzStockVerb verb;
  char *texts[LAST_TEXT + 1];
  char *place;         /* nullable: as the verbs take it */
  char *target;        /* nullable */
  gboolean is_station; /* the place */
  char *transfer;      /* nullable: what arrives */
  gboolean forced;
  gboolean busy;
  gboolean can_force;
  GListStore *lines;
  GHashTable *errors; /* name of a property → message */
};

G_DEFINE_FINAL_TYPE (YzStockForm, yz_stock_form, G_TYPE_OBJECT)

static const char *const names[] = {
  NULL,     "when",   "number",   "due",         "document",     "handler", "recipient", "people",    "campaign",
  "reason", "source", "supplier", "place-title", "target-title", "forced",  "busy",      "can-force",
};

static GParamSpec *properties[PROP_CAN_FORCE + 1];
static guint errors_changed_signal;

static void
set_text (YzStockForm *self, YzStockFormProperty property, const char *text)
{
  if (yz_set_str (&self->texts[property], text != NULL ? text : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_flag (YzStockForm *self, YzStockFormProperty property, gboolean *flag, gboolean on)
{
  if (*flag == on)
    return;
  *flag = on;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* --- what is wrong ------------------------------------------------------------------------------------------------ */

static void
set_error (YzStockForm *self, const char *name, const char *message)
{
  if (message != NULL)
    g_hash_table_replace (self->errors, g_strdup (name), g_strdup (message));
  else if (!g_hash_table_remove (self->errors, name))
    return;
  g_signal_emit (self, errors_changed_signal, 0);
}

/* Whoever reads on finds all that is wrong at once. */
void
yz_stock_form_refuse (YzStockForm *self, const char *name, const char *message)
{
  set_error (self, name, message);
}

const char *
yz_stock_form_get_error (YzStockForm *self, const char *name)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM (self), NULL);
  return g_hash_table_lookup (self->errors, name);
}

static void
clear_errors (YzStockForm *self)
{
  g_hash_table_remove_all (self->errors);
  g_signal_emit (self, errors_changed_signal, 0);
}

/* --- places and lines --------------------------------------------------------------------------------------------- */

static gboolean
takes (YzStockForm *self)
{
  return self->verb != YZ_STOCK_RECEIVE && self->verb != YZ_STOCK_TAKE_BACK && self->verb != YZ_STOCK_ARRIVE;
}

static gint64
find_instant (YzStockForm *self)
{
  gint64 now = yz_clock_get_now (yz_session_get_clock (self->session));
  gint64 at;

  return yz_stock_when_parse (self->texts[PROP_WHEN], now, &at, NULL) ? at : now;
}

static void
read_offer (YzStockForm *self, YzStockFormLine *line)
{
  if (takes (self) && self->place != NULL && yz_stock_form_line_get_place (line) == NULL)
    yz_stock_form_read_offer (self, line, find_instant (self));
}

static void
read_offers (YzStockForm *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    {
      g_autoptr (YzStockFormLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      read_offer (self, line);
    }
}

void
yz_stock_form_set_place (YzStockForm *self, const char *id, gboolean is_station, const char *title)
{
  g_return_if_fail (YZ_IS_STOCK_FORM (self));

  yz_set_str (&self->place, id);
  self->is_station = is_station;
  set_text (self, PROP_PLACE_TITLE, title);
  set_error (self, "place", NULL);
  read_offers (self);
}

const char *
yz_stock_form_get_place (YzStockForm *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM (self), NULL);
  return self->place;
}

gboolean
yz_stock_form_is_at_station (YzStockForm *self)
{
  return self->is_station;
}

void
yz_stock_form_set_target (YzStockForm *self, const char *id, gboolean is_station, const char *title)
{
  g_return_if_fail (YZ_IS_STOCK_FORM (self));

  yz_set_str (&self->target, id);
  set_text (self, PROP_TARGET_TITLE, title);
  set_error (self, "target", NULL);
}

const char *
yz_stock_form_get_target (YzStockForm *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM (self), NULL);
  return self->target;
}

static YzStockFormLine *
find_line (YzStockForm *self, YzRecord *item, YzRecord *lot)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    {
      g_autoptr (YzStockFormLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);
      YzRecord *its_lot = yz_stock_form_line_get_lot (line);

      if (g_str_equal (yz_record_get_id (yz_stock_form_line_get_item (line)), yz_record_get_id (item)) &&
          (its_lot == NULL) == (lot == NULL) &&
          (lot == NULL || g_str_equal (yz_record_get_id (its_lot), yz_record_get_id (lot))))
        return line;
    }
  return NULL;
}

/* What comes in is told by the number and the last day of the lot, which may be a new one. */
static void
tell_lot (YzStockForm *self, YzStockFormLine *line, YzRecord *lot)
{
  yz_stock_form_line_set_lot (line, lot);
  if (lot != NULL && self->verb == YZ_STOCK_RECEIVE)
    g_object_set (line, "lot", yz_record_get_title (lot), "expiry", yz_record_get_text (lot, "expiry"), NULL);
}

YzStockFormLine *
yz_stock_form_append (YzStockForm *self, YzRecord *item, YzRecord *lot, gint64 quantity, const char *place)
{
  YzStockFormLine *line = yz_stock_form_line_new (item, quantity);

  tell_lot (self, line, lot);
  yz_stock_form_line_set_place (line, place);
  g_list_store_append (self->lines, line);
  set_error (self, "lines", NULL);
  read_offer (self, line);
  g_object_unref (line);
  return line;
}

void
yz_stock_form_add (YzStockForm *self, YzRecord *item, YzRecord *lot, guint times)
{
  YzStockFormLine *line;

  g_return_if_fail (YZ_IS_STOCK_FORM (self) && YZ_IS_RECORD (item));

  line = find_line (self, item, lot);
  if (line != NULL)
    yz_stock_form_line_add (line, times);
  else
    yz_stock_form_append (self, item, lot, times, NULL);
}

void
yz_stock_form_remove (YzStockForm *self, YzStockFormLine *line)
{
  guint position;

  g_return_if_fail (YZ_IS_STOCK_FORM (self));

  if (g_list_store_find (self->lines, line, &position))
    g_list_store_remove (self->lines, position);
}

void
yz_stock_form_set_transfer (YzStockForm *self, const char *transfer)
{
  yz_set_str (&self->transfer, transfer);
}

/* --- doing it ----------------------------------------------------------------------------------------------------- */

static gboolean
has_errors (YzStockForm *self)
{
  gboolean wrong = g_hash_table_size (self->errors) > 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)) && !wrong; i++)
    {
      g_autoptr (YzStockFormLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      wrong = *yz_stock_form_line_get (line, "error") != '\0';
    }
  return wrong;
}

/* (nullable): with what is wrong noted */
static YzStockOrder *
make_order (YzStockForm *self)
{
  g_autoptr (YzStockOrder) order = yz_stock_order_new (self->verb);

  order->place = g_strdup (self->place);
  order->target = g_strdup (self->target);
  order->transfer = g_strdup (self->transfer);
  order->note.forced = self->forced;
  clear_errors (self);
  yz_stock_form_read (self, order);
  return has_errors (self) ? NULL : g_steal_pointer (&order);
}

/* At the line or the field that can be mended. */
static void
tell_failure (YzStockForm *self, const GError *error, int culprit)
{
  gboolean lacks_reason = g_error_matches (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_REQUIRED) &&
                          self->verb != YZ_STOCK_RECEIVE && *self->texts[PROP_REASON] == '\0';
  gboolean is_number = self->verb == YZ_STOCK_SEND && culprit < 0 &&
                       g_error_matches (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID);
  g_autoptr (YzStockFormLine) line = culprit >= 0 ? g_list_model_get_item (G_LIST_MODEL (self->lines), (guint) culprit)
                                                  : NULL;

  if (g_error_matches (error, YZ_STORE_ERROR, YZ_STORE_ERROR_SHORT) && takes (self))
    set_flag (self, PROP_CAN_FORCE, &self->can_force, TRUE);
  if (lacks_reason)
    yz_stock_form_refuse (self, "reason", error->message);
  else if (line != NULL)
    yz_stock_form_line_set_error (line, error->message);
  else
    yz_stock_form_refuse (self, is_number ? "number" : "", error->message);
}

static void
end (GTask *task, const GError *error, int culprit)
{
  YzStockForm *self = g_task_get_source_object (task);

  set_flag (self, PROP_BUSY, &self->busy, FALSE);
  if (error != NULL)
    tell_failure (self, error, culprit);
  g_task_return_boolean (task, error == NULL);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  end (task, error, -1);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  YzStockForm *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  int culprit;
  g_autoptr (YzEdit) edit = yz_stock_order_make_finish (result, &culprit, &error);

  if (edit == NULL)
    end (task, error, culprit);
  else
    yz_session_apply_async (self->session, edit, on_applied, g_steal_pointer (&task));
}

void
yz_stock_form_apply_async (YzStockForm *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  YzStockOrder *order;

  g_return_if_fail (YZ_IS_STOCK_FORM (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yz_stock_form_apply_async);
  order = self->busy || yz_session_get_store (self->session) == NULL ? NULL : make_order (self);
  if (order == NULL)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  set_flag (self, PROP_BUSY, &self->busy, TRUE);
  yz_stock_order_make_async (yz_session_get_store (self->session), order, on_made, g_steal_pointer (&task));
}

gboolean
yz_stock_form_apply_finish (YzStockForm *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
yz_stock_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzStockForm *self = YZ_STOCK_FORM (object);

  if (prop_id <= LAST_TEXT)
    g_value_set_string (value, self->texts[prop_id]);
  else if (prop_id == PROP_FORCED)
    g_value_set_boolean (value, self->forced);
  else if (prop_id == PROP_BUSY)
    g_value_set_boolean (value, self->busy);
  else if (prop_id == PROP_CAN_FORCE)
    g_value_set_boolean (value, self->can_force);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* Whoever mends a field has read what was wrong with it. */
static void
yz_stock_form_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzStockForm *self = YZ_STOCK_FORM (object);

  if (prop_id == PROP_FORCED)
    set_flag (self, PROP_FORCED, &self->forced, g_value_get_boolean (value));
  else if (prop_id <= LAST_TYPED)
    {
      set_text (self, prop_id, g_value_get_string (value));
      set_error (self, names[prop_id], NULL);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  if (prop_id == PROP_WHEN && self->session != NULL)
    read_offers (self);
}

static void
yz_stock_form_finalize (GObject *object)
{
  YzStockForm *self = YZ_STOCK_FORM (object);

  for (guint i = 1; i <= LAST_TEXT; i++)
    g_free (self->texts[i]);
  g_free (self->place);
  g_free (self->target);
  g_free (self->transfer);
  g_clear_object (&self->lines);
  g_clear_object (&self->session);
  g_hash_table_unref (self->errors);

  G_OBJECT_CLASS (yz_stock_form_parent_class)->finalize (object);
}

static void
yz_stock_form_class_init (YzStockFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_stock_form_get_property;
  object_class->set_property = yz_stock_form_set_property;
  object_class->finalize = yz_stock_form_finalize;

  for (guint i = 1; i <= LAST_TEXT; i++)
    properties[i] =
      g_param_spec_string (names[i], NULL, NULL, "", flags | (i <= LAST_TYPED ? G_PARAM_WRITABLE : (GParamFlags) 0));
  for (guint i = PROP_FORCED; i <= PROP_CAN_FORCE; i++)
    properties[i] = g_param_spec_boolean (names[i], NULL, NULL, FALSE,
                                          flags | (i == PROP_FORCED ? G_PARAM_WRITABLE : (GParamFlags) 0));
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  errors_changed_signal =
    g_signal_new ("errors-changed", YZ_TYPE_STOCK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_stock_form_init (YzStockForm *self)
{
  self->lines = g_list_store_new (YZ_TYPE_STOCK_FORM_LINE);
  self->errors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 1; i <= LAST_TEXT; i++)
    self->texts[i] = g_strdup ("");
}

/* The day and the minute: two desks do not send at one moment from one place. */
static char *
propose_number (YzSession *session)
{
  g_autoptr (GDateTime) local = yz_clock_get_local (yz_session_get_clock (session));

  return g_date_time_format (local, "DB-%y%m%d-%H%M");
}

YzStockForm *
yz_stock_form_new (YzSession *session, YzStockVerb verb)
{
  YzStockForm *self;
  g_autofree char *author = NULL, *number = NULL;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_STOCK_FORM, NULL);
  self->session = g_object_ref (session);
  self->verb = verb;
  g_object_get (session, "author", &author, NULL);
  number = verb == YZ_STOCK_SEND ? propose_number (session) : NULL;
  set_text (self, PROP_HANDLER, author);
  set_text (self, PROP_NUMBER, number);
  set_text (self, PROP_SOURCE, "bought");
  set_text (self, PROP_PLACE_TITLE, _ ("Choose…"));
  set_text (self, PROP_TARGET_TITLE, _ ("Choose…"));
  return self;
}

YzSession *
yz_stock_form_get_session (YzStockForm *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM (self), NULL);
  return self->session;
}

YzStockVerb
yz_stock_form_get_verb (YzStockForm *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM (self), YZ_STOCK_RECEIVE);
  return self->verb;
}

const char *
yz_stock_form_get_text (YzStockForm *self, const char *name)
{
  for (guint i = 1; i <= LAST_TYPED; i++)
    if (g_str_equal (names[i], name))
      return self->texts[i];
  g_return_val_if_reached ("");
}

GListModel *
yz_stock_form_get_lines (YzStockForm *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_FORM (self), NULL);
  return G_LIST_MODEL (self->lines);
}
