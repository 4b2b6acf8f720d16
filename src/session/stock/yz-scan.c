#include "config.h"

#include "yz-scan.h"

#include "yz-kinds.h"
#include "yz-text.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

/* Who scans a whole pallet types the number. */
#define MAX_TIMES 9999

struct _YzScan
{
  GObject parent_instance;

  YzSession *session;
  GQueue waiting; /* char *: as submitted */
  gboolean busy;
  char *message;
  char *unknown; /* nullable */
  char *last;    /* nullable: the code that was found last */
  guint count;   /* how many of it since another one came */
};

G_DEFINE_FINAL_TYPE (YzScan, yz_scan, G_TYPE_OBJECT)

typedef enum
{
  PROP_MESSAGE = 1,
  PROP_UNKNOWN_CODE,
} YzScanProperty;

enum
{
  FOUND,
  UNKNOWN,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_UNKNOWN_CODE + 1];
static guint signals[N_SIGNALS];

static void look_up_next (YzScan *self);

char *
yz_scan_parse (const char *text, guint *times)
{
  g_autofree char *plain = yz_value_strip (text);
  char *end = NULL;
  guint64 number = g_ascii_strtoull (plain, &end, 10);

  *times = 1;
  if (end == plain || (*end != '*' && !g_str_has_prefix (end, "×")) || number == 0 || number > MAX_TIMES)
    return g_steal_pointer (&plain);
  *times = (guint) number;
  return yz_value_strip (g_utf8_next_char (end));
}

/* --- looking a code up, on a worker ------------------------------------------------------------------------------- */

typedef struct
{
  char *code;
  guint times;
} Code;

static void
code_free (gpointer data)
{
  g_free (((Code *) data)->code);
  g_free (data);
}

typedef struct
{
  YzRecord *item;
  YzRecord *lot;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_object (&answer->item);
  g_clear_object (&answer->lot);
  g_free (answer);
}

/* A number that stands on the boxes of two items is no answer. */
static gboolean
find (YzStore *store, const char *code, Answer *answer, GError **error)
{
  static const struct
  {
    const YzKind *kind;
    const char *field;
    YzCompare compare;
  } ways[] = {
    { &yz_item_kind, "code", YZ_COMPARE_EQUAL },
    { &yz_item_kind, "barcodes", YZ_COMPARE_HAS },
    { &yz_lot_kind, "number", YZ_COMPARE_EQUAL },
    /* whoever has no scanner types what it is called */
    { &yz_item_kind, "name", YZ_COMPARE_EQUAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways) && answer->item == NULL && answer->lot == NULL; i++)
    {
      g_autoptr (YzQuery) query = yz_query_new (ways[i].kind);

      yz_query_add (query, ways[i].field, ways[i].compare, g_variant_new_string (code));
      if (!yz_store_load_only (store, query, ways[i].kind == &yz_lot_kind ? &answer->lot : &answer->item, error))
        return FALSE;
    }
  if (answer->lot != NULL)
    answer->item = yz_store_load (store, &yz_item_kind, yz_record_get_text (answer->lot, "item"), error);
  return answer->lot == NULL || answer->item != NULL;
}

static void
find_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  Answer *answer = g_new0 (Answer, 1);
  GError *error = NULL;

  if (find (store, ((Code *) data)->code, answer, &error))
    {
      g_task_return_pointer (task, answer, answer_free);
      return;
    }
  answer_free (answer);
  g_task_return_error (task, error);
}

/* --- what it comes to --------------------------------------------------------------------------------------------- */

static void
set_message (YzScan *self, const char *message)
{
  yz_set_str (&self->message, message);
  /* also of the same words: the same code came again */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
set_unknown (YzScan *self, const char *code)
{
  if (yz_set_str (&self->unknown, code))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNKNOWN_CODE]);
}

static void
tell_found (YzScan *self, const Code *code, const Answer *answer)
{
  g_autofree char *message = NULL;

  self->count = g_strcmp0 (self->last, code->code) == 0 ? self->count + code->times : code->times;
  yz_set_str (&self->last, code->code);
  if (answer->lot != NULL)
    /* Translators: what was scanned: an item, the number of its lot, and how many */
    message = g_strdup_printf (_ ("%s, lot %s × %u"), yz_record_get_title (answer->item),
                               yz_record_get_title (answer->lot), self->count);
  else
    /* Translators: what was scanned: an item, and how many */
    message = g_strdup_printf (_ ("%s × %u"), yz_record_get_title (answer->item), self->count);
  set_unknown (self, NULL);
  set_message (self, message);
  g_signal_emit (self, signals[FOUND], 0, answer->item, answer->lot, code->times);
}

static void
tell_unknown (YzScan *self, const char *code)
{
  g_autofree char *message = g_strdup_printf (_ ("Nothing is known of the code %s"), code);

  g_clear_pointer (&self->last, g_free);
  set_unknown (self, code);
  set_message (self, message);
  g_signal_emit (self, signals[UNKNOWN], 0, code);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzScan) self = data;
  const Code *code = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Answer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  self->busy = FALSE;
  if (answer == NULL)
    yz_session_report_error (self->session, error);
  else if (answer->item != NULL)
    tell_found (self, code, answer);
  else
    tell_unknown (self, code->code);
  g_clear_pointer (&answer, answer_free);
  look_up_next (self);
}

static void
look_up_next (YzScan *self)
{
  YzStore *store = yz_session_get_store (self->session);
  g_autofree char *text = self->busy || store == NULL ? NULL : g_queue_pop_head (&self->waiting);
  g_autoptr (GTask) task = NULL;
  Code *code;

  if (text == NULL)
    return;
  code = g_new0 (Code, 1);
  code->code = yz_scan_parse (text, &code->times);
  self->busy = TRUE;
  task = g_task_new (store, NULL, on_found, g_object_ref (self));
  g_task_set_source_tag (task, look_up_next);
  g_task_set_task_data (task, code, code_free);
  g_task_run_in_thread (task, find_in_thread);
}

void
yz_scan_submit (YzScan *self, const char *text)
{
  guint times;
  g_autofree char *code = yz_scan_parse (text, &times);

  g_return_if_fail (YZ_IS_SCAN (self));

  if (*code == '\0')
    return;
  g_queue_push_tail (&self->waiting, g_strdup (text));
  look_up_next (self);
}

/* --- learning ----------------------------------------------------------------------------------------------------- */

static GVariant *
add_code (GVariant *codes, const char *code)
{
  g_autofree const char **before = codes != NULL ? g_variant_get_strv (codes, NULL) : NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; before != NULL && before[i] != NULL; i++)
    g_variant_builder_add (&builder, "s", before[i]);
  g_variant_builder_add (&builder, "s", code);
  return g_variant_builder_end (&builder);
}

static void
on_learned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzScan) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) action = yz_session_apply_finish (YZ_SESSION (source), result, &error);

  if (error != NULL)
    yz_session_report_error (self->session, error);
  else if (self->unknown != NULL)
    yz_scan_submit (self, self->unknown);
}

void
yz_scan_learn (YzScan *self, YzRecord *item)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Learn a barcode"));

  g_return_if_fail (YZ_IS_SCAN (self) && YZ_IS_RECORD (item));

  if (self->unknown == NULL)
    return;
  yz_edit_set (edit, item, "barcodes", add_code (yz_record_get (item, "barcodes"), self->unknown));
  yz_session_apply_async (self->session, edit, on_learned, g_object_ref (self));
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
yz_scan_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzScan *self = YZ_SCAN (object);

  switch ((YzScanProperty) prop_id)
    {
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_UNKNOWN_CODE:
      g_value_set_string (value, self->unknown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_scan_finalize (GObject *object)
{
  YzScan *self = YZ_SCAN (object);

  g_queue_clear_full (&self->waiting, g_free);
  g_free (self->message);
  g_free (self->unknown);
  g_free (self->last);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_scan_parent_class)->finalize (object);
}

static void
yz_scan_class_init (YzScanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_scan_get_property;
  object_class->finalize = yz_scan_finalize;

  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", flags);
  properties[PROP_UNKNOWN_CODE] = g_param_spec_string ("unknown-code", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[FOUND] = g_signal_new ("found", YZ_TYPE_SCAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                 YZ_TYPE_RECORD, YZ_TYPE_RECORD, G_TYPE_UINT);
  signals[UNKNOWN] =
    g_signal_new ("unknown", YZ_TYPE_SCAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yz_scan_init (YzScan *self)
{
  g_queue_init (&self->waiting);
  self->message = g_strdup ("");
}

YzScan *
yz_scan_new (YzSession *session)
{
  YzScan *self;

  g_return_val_if_fail (YZ_IS_SESSION (session), NULL);

  self = g_object_new (YZ_TYPE_SCAN, NULL);
  self->session = g_object_ref (session);
  return self;
}
