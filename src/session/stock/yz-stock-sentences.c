#include "config.h"

#include "yz-stock-sentences.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-mask.h"
#include "yz-movement.h"
#include "yz-place-names.h"
#include "yz-place.h"

struct _YzStockSentences
{
  YzStore *store;
  char *station;     /* (nullable): that need not be named */
  char *home;        /* (nullable): the id of the place that need not be named */
  GHashTable *names; /* id → what the record is called */
};

/* What can be said of a movement; some types of movement have a sentence for each direction. */
typedef enum
{
  OPENED,
  RECEIVED,
  HANDED_OUT,
  GIVEN_BACK,
  MOVED,
  SENT,
  ARRIVED,
  RESERVED,
  RELEASED,
  WRITTEN_OFF,
  COUNTED_FEWER,
  COUNTED_MORE,
  COUNTED_SAME,
  PUT_IN,
  PUT_TOGETHER,
  TAKEN_APART,
  TAKEN_OUT,
  DISPENSED,
} Phrase;

/* Translators: {part} stands for a value, what is in brackets is left out where a part in it is missing, after | stands
 * what is said instead, *this* is bold. Keep the names of the parts; order them as your language does. */
static const char *const patterns[] = {
  [OPENED] = N_ ("*{quantity}* {item} were there[ at {to}] when the books began[, lot {lot}][: {reason}]"),
  [RECEIVED] = N_ ("[*{who}* received|Received] *{quantity}* {item}[ at {to}][, lot {lot}][, document {document}]"
                   "[: {reason}]"),
  [HANDED_OUT] = N_ ("[*{who}* handed|Handed] out *{quantity}* {item}[ to {recipient}][ at {from}]"
                     "[, for “{campaign}”][, {people} people][, lot {lot}][: {reason}]"),
  [GIVEN_BACK] = N_ ("[*{who}* took|Took] back *{quantity}* {item}[ from {recipient}][ at {to}][, lot {lot}]"
                     "[: {reason}]"),
  [MOVED] = N_ ("[*{who}* moved|Moved] *{quantity}* {item} from *{source}* to *{target}*[, lot {lot}][: {reason}]"),
  [SENT] = N_ ("[*{who}* sent|Sent] *{quantity}* {item}[ from {from}][ to *{destination}*][, lot {lot}]"
               "[, slip {transfer}][: {reason}]"),
  [ARRIVED] = N_ ("[*{who}* took|Took] in *{quantity}* {item}[ from *{origin}*][ at {to}][, lot {lot}]"
                  "[, slip {transfer}][: {reason}]"),
  [RESERVED] = N_ ("[*{who}* held|Held] back *{quantity}* {item}[ for “{campaign}”| for {target}][, lot {lot}]"
                   "[: {reason}]"),
  [RELEASED] = N_ ("[*{who}* released|Released] *{quantity}* {item}[ held for “{campaign}”| held for {source}]"
                   "[, lot {lot}][: {reason}]"),
  [WRITTEN_OFF] = N_ ("[*{who}* wrote|Wrote] off *{quantity}* {item}[ at {from}][, lot {lot}][: {reason}]"),
  [COUNTED_FEWER] = N_ ("Count[ at {place}]: *{quantity}* {item} fewer than in the books[, lot {lot}]"
                        "[, because “{reason}”][, confirmed by {confirmer}]"),
  [COUNTED_MORE] = N_ ("Count[ at {place}]: *{quantity}* {item} more than in the books[, lot {lot}]"
                       "[, because “{reason}”][, confirmed by {confirmer}]"),
  [COUNTED_SAME] = N_ ("Count[ at {place}]: *{counted}* {item}, as in the books[, lot {lot}]"
                       "[, confirmed by {confirmer}]"),
  [PUT_IN] = N_ ("[*{who}* used|Used] *{quantity}* {item} for kits[ at {from}][, lot {lot}][: {reason}]"),
  [PUT_TOGETHER] = N_ ("[*{who}* put|Put] together *{quantity}* {item}[ at {to}][, lot {lot}][: {reason}]"),
  [TAKEN_APART] = N_ ("[*{who}* took|Took] apart *{quantity}* {item}[ at {from}][, lot {lot}][: {reason}]"),
  [TAKEN_OUT] = N_ ("[*{who}* got|Got] *{quantity}* {item} back out of kits[ at {to}][, lot {lot}][: {reason}]"),
  [DISPENSED] = N_ ("Slot *{source}* gave out *{quantity}* {item}[ to {recipient}][, lot {lot}][: {reason}]"),
};

YzStockSentences *
yz_stock_sentences_new (YzStore *store, const char *station, const char *place)
{
  YzStockSentences *self = g_new0 (YzStockSentences, 1);

  self->store = g_object_ref (store);
  self->station = g_strdup (station);
  self->home = station != NULL ? yz_place_dup_id_of_station (station) : g_strdup (place);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
yz_stock_sentences_free (YzStockSentences *self)
{
  g_object_unref (self->store);
  g_hash_table_unref (self->names);
  g_free (self->station);
  g_free (self->home);
  g_free (self);
}

static YzRecord *
load (YzStockSentences *self, const YzKind *kind, const char *id)
{
  return id != NULL ? yz_store_load (self->store, kind, id, NULL) : NULL;
}

/* (nullable): what the record is called that a field of @movement refers to */
static const char *
get_name (YzStockSentences *self, YzRecord *movement, const char *field, const YzKind *kind)
{
  const char *id = yz_record_get_text (movement, field);
  const char *name = id != NULL ? g_hash_table_lookup (self->names, id) : NULL;
  g_autoptr (YzRecord) record = NULL;
  char *title;

  if (id == NULL || name != NULL)
    return name;
  record = load (self, kind, id);
  if (record == NULL)
    title = g_strdup ("");
  else
    title = kind == &yz_place_kind ? yz_place_dup_name (self->store, record, self->station) : yz_mask_title (record);
  g_hash_table_insert (self->names, g_strdup (id), title);
  return title;
}

/* An item's unit is remembered beside its name. */
static const char *
get_unit (YzStockSentences *self, const char *item)
{
  g_autofree char *key = g_strconcat ("unit of ", item, NULL);
  const char *unit = g_hash_table_lookup (self->names, key);
  g_autoptr (YzRecord) record = unit == NULL ? load (self, &yz_item_kind, item) : NULL;
  char *copy;

  if (unit != NULL)
    return unit;
  unit = record != NULL ? yz_record_get_text (record, "unit") : NULL;
  copy = g_strdup (unit != NULL ? unit : "");
  g_hash_table_insert (self->names, g_steal_pointer (&key), copy);
  return copy;
}

static char *
format_quantity (YzStockSentences *self, YzRecord *movement, const char *field)
{
  if (yz_record_get (movement, field) == NULL)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", yz_record_get_integer (movement, field),
                          get_unit (self, yz_record_get_text (movement, "item")));
}

static gboolean
is_single (YzRecord *movement, const char *field, YzPlaceType type)
{
  return g_strcmp0 (yz_record_get_text (movement, field), yz_place_get_single_id (type)) == 0;
}

static Phrase
find_count_phrase (YzRecord *movement)
{
  if (yz_record_get_integer (movement, "quantity") == 0)
    return COUNTED_SAME;
  return is_single (movement, "source", YZ_PLACE_DIFFERENCE) ? COUNTED_MORE : COUNTED_FEWER;
}

static Phrase
find_phrase (YzRecord *movement)
{
  static const Phrase phrases[YZ_N_MOVEMENT_TYPES] = {
    [YZ_MOVEMENT_OPENING] = OPENED,
    [YZ_MOVEMENT_RECEIVE] = RECEIVED,
    [YZ_MOVEMENT_HAND_OUT] = HANDED_OUT,
    [YZ_MOVEMENT_GIVE_BACK] = GIVEN_BACK,
    [YZ_MOVEMENT_MOVE] = MOVED,
    [YZ_MOVEMENT_SEND] = SENT,
    [YZ_MOVEMENT_ARRIVE] = ARRIVED,
    [YZ_MOVEMENT_RESERVE] = RESERVED,
    [YZ_MOVEMENT_RELEASE] = RELEASED,
    [YZ_MOVEMENT_WRITE_OFF] = WRITTEN_OFF,
    [YZ_MOVEMENT_ASSEMBLE] = PUT_TOGETHER,
    [YZ_MOVEMENT_TAKE_APART] = TAKEN_OUT,
    [YZ_MOVEMENT_DISPENSE] = DISPENSED,
  };
  YzMovementType type = yz_movement_get_type_of (movement);
  gboolean into_kits = is_single (movement, "target", YZ_PLACE_KITTING);

  if (type == YZ_MOVEMENT_COUNT)
    return find_count_phrase (movement);
  if (type == YZ_MOVEMENT_ASSEMBLE && into_kits)
    return PUT_IN;
  if (type == YZ_MOVEMENT_TAKE_APART && into_kits)
    return TAKEN_APART;
  return phrases[type];
}

const char *
yz_stock_sentences_find_place (YzRecord *movement)
{
  const char *target = yz_record_get_text (movement, "target");
  const char *source = yz_record_get_text (movement, "source");
  YzPlaceType type;

  return target != NULL && !yz_place_find_single (target, &type) ? target : source;
}

/* (nullable): %NULL for the place that the whole ledger is about, and for those outside */
static const char *
get_place (YzStockSentences *self, YzRecord *movement, const char *field)
{
  const char *id = yz_record_get_text (movement, field);
  YzPlaceType type;

  if (id == NULL || g_strcmp0 (id, self->home) == 0)
    return NULL;
  if (yz_place_find_single (id, &type) && type != YZ_PLACE_TRANSIT)
    return NULL;
  return get_name (self, movement, field, &yz_place_kind);
}

/* Riders and couriers as such are nobody's name: nothing is masked of them. */
static gboolean
is_group (const char *recipient)
{
  static const char *const endings[] = { "员",   "骑手",   "司机",   "工人", "职工", "环卫工", "民警",
                                         "交警", "志愿者", "劳动者", "居民", "群众", "工友",   "班组" };

  for (guint i = 0; recipient != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (recipient, endings[i]))
      return TRUE;
  return FALSE;
}

static char *
mask (YzRecord *movement, const char *name)
{
  const YzField *field = yz_kind_find_field (&yz_movement_kind, name);
  g_autoptr (GVariant) shown = yz_mask_value (field, yz_record_get (movement, name));

  return shown != NULL ? yz_field_format (field, shown) : NULL;
}

char *
yz_stock_dup_recipient (YzRecord *record)
{
  const char *recipient = yz_record_get_text (record, "recipient");

  return is_group (recipient) ? g_strdup (recipient) : mask (record, "recipient");
}

/* (nullable): the other end of a transfer, whose movements know only the way between */
static const char *
get_end (YzStockSentences *self, YzRecord *transfer, const char *field)
{
  return transfer != NULL ? get_name (self, transfer, field, &yz_place_kind) : NULL;
}

char *
yz_stock_sentences_make (YzStockSentences *self, YzRecord *movement, YzSentenceForm form)
{
  Phrase phrase = find_phrase (movement);
  g_autofree char *quantity = format_quantity (self, movement, "quantity");
  g_autofree char *counted = format_quantity (self, movement, "counted");
  g_autofree char *recipient = yz_stock_dup_recipient (movement);
  g_autofree char *people = mask (movement, "people");
  g_autoptr (YzRecord) transfer = load (self, &yz_transfer_kind, yz_record_get_text (movement, "transfer"));
  g_autoptr (YzRecord) stocktake = load (self, &yz_stocktake_kind, yz_record_get_text (movement, "stocktake"));
  const char *from = get_place (self, movement, "source"), *to = get_place (self, movement, "target");
  const YzSentencePart parts[] = {
    { "quantity", quantity },
    { "counted", counted },
    { "item", get_name (self, movement, "item", &yz_item_kind) },
    { "lot", get_name (self, movement, "lot", &yz_lot_kind) },
    { "who", yz_record_get_text (movement, "handler") },
    { "recipient", recipient },
    { "people", people },
    { "campaign", yz_record_get_text (movement, "campaign") },
    { "reason", yz_record_get_text (movement, "reason") },
    { "document", yz_record_get_text (movement, "document") },
    { "from", from },
    { "to", to },
    { "place", to != NULL ? to : from },
    { "source", get_name (self, movement, "source", &yz_place_kind) },
    { "target", get_name (self, movement, "target", &yz_place_kind) },
    { "origin", get_end (self, transfer, "source") },
    { "destination", get_end (self, transfer, "target") },
    { "transfer", transfer != NULL ? yz_record_get_title (transfer) : NULL },
    { "confirmer", stocktake != NULL ? yz_record_get_text (stocktake, "confirmed_by") : NULL },
  };

  return yz_sentence_make (_ (patterns[phrase]), parts, G_N_ELEMENTS (parts), form);
}
