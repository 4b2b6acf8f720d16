#include "config.h"

#include "yz-matcher.h"

#include "yz-likeness.h"
#include "yz-multi-index-private.h"
#include "yz-phone-text.h"
#include "yz-text.h"

#include <math.h>
#include <string.h>

#define N_PHONES 3
#define CELLS_PER_DEGREE 500 /* cells of some 200 m */
#define MAX_BLOCK 48         /* entries under one key that are looked at: a word that all names have tells nothing */
#define FAR_METRES 2000.0
#define NONE G_MAXUINT32
#define MIN_ADDRESS 12 /* bytes of an address that says more than a district */

/* What a key is of, so that a name does not meet an address. */
typedef enum
{
  KEY_IDENTITY = 1,
  KEY_CODE,
  KEY_NAME,
  KEY_CORE,
  KEY_HALF,
  KEY_ADDRESS,
  KEY_PHONE,
  KEY_CELL,
} KeyType;

/* Hashes, 0 where there is nothing. */
typedef struct
{
  const char *core;
  const char *address_text;
  guint64 identity;
  guint64 code;
  guint64 name;
  guint64 address;
  guint64 district;
  guint64 phones[N_PHONES];
  YzPosition position; /* NAN without */
  guint32 claimed_by;  /* of a record: the row that is it */
  guint32 next[2];     /* of a record: the next one with the same identity, with the same code */
} Entry;

/* The entries with one identity or one code, the oldest first: thousands may share a careless code. */
typedef struct
{
  guint64 key;
  guint32 first_record; /* that no row has claimed */
  guint32 last_record;
  guint32 first_row; /* the row that the others repeat */
} Slot;

struct _YzMatcher
{
  const YzKind *kind;
  char **key;
  GArray *entries;
  guint n_records; /* the first ones */
  GStringChunk *texts;
  YzMultiIndex *index;
  GHashTable *slots;    /* by their keys */
  GHashTable *distinct; /* hashes of an entry and a name */
};

YzMatcher *
yz_matcher_new (const YzKind *kind, const char *const *key)
{
  YzMatcher *matcher = g_new0 (YzMatcher, 1);

  matcher->kind = kind;
  matcher->key = g_strdupv ((char **) key);
  matcher->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  matcher->texts = g_string_chunk_new (64 * 1024);
  matcher->index = yz_multi_index_new ();
  matcher->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  matcher->distinct = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return matcher;
}

void
yz_matcher_free (YzMatcher *matcher)
{
  g_strfreev (matcher->key);
  g_array_unref (matcher->entries);
  g_string_chunk_free (matcher->texts);
  yz_multi_index_free (matcher->index);
  g_hash_table_unref (matcher->slots);
  g_hash_table_unref (matcher->distinct);
  g_free (matcher);
}

static guint64
hash_text (const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL || *text == '\0')
    return 0;
  folded = yz_text_fold (text);
  return yz_likeness_hash (folded, strlen (folded));
}

static guint64
combine (guint64 a, guint64 b)
{
  return (a ^ (b + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (a << 6) + (a >> 2))) * G_GUINT64_CONSTANT (0x100000001b3);
}

static guint64
make_key (KeyType type, guint64 hash)
{
  return combine (type, hash);
}

static Entry *
get_entry (const YzMatcher *matcher, guint entry)
{
  return &g_array_index (matcher->entries, Entry, entry);
}

static guint64
hash_key_fields (const YzMatcher *matcher, const YzSheetRow *row)
{
  guint64 hash = 7;

  for (guint i = 0; matcher->key[i] != NULL; i++)
    {
      const YzField *field = yz_kind_find_field (matcher->kind, matcher->key[i]);
      g_autofree char *text = field != NULL ? yz_field_format (field, yz_sheet_row_get (row, field->name)) : NULL;

      if (text == NULL || *text == '\0')
        return 0;
      hash = combine (hash, hash_text (text));
    }
  return hash;
}

static void
fill_phones (Entry *entry, GVariant *phones)
{
  for (gsize i = 0; phones != NULL && i < MIN (g_variant_n_children (phones), N_PHONES); i++)
    {
      const char *number;

      g_variant_get_child (phones, i, "&s", &number);
      entry->phones[i] = yz_phone_get_key (number);
    }
}

static void
fill_position (Entry *entry, const YzSheetRow *row)
{
  if (!yz_sheet_row_get_position (row, &entry->position))
    entry->position = (YzPosition){ NAN, NAN };
}

static void
fill_address (const YzMatcher *matcher, Entry *entry, const char *address)
{
  g_autofree char *folded = NULL;

  if (address == NULL || strlen (address) < MIN_ADDRESS)
    return;
  folded = yz_text_fold (address);
  entry->address = yz_likeness_hash (folded, strlen (folded));
  entry->address_text = g_string_chunk_insert (matcher->texts, folded);
}

static guint64
get_cell (YzPosition position, int dx, int dy)
{
  gint64 x = (gint64) floor (position.lon * CELLS_PER_DEGREE) + dx;
  gint64 y = (gint64) floor (position.lat * CELLS_PER_DEGREE) + dy;

  return (guint64) (x * 1000003 + y);
}

/* Where a list has no addresses, shops of one chain are told apart by their positions. */
static guint64
hash_place (const Entry *entry, const char *address)
{
  guint64 hash = hash_text (address);

  return hash != 0 || isnan (entry->position.lon) ? hash : get_cell (entry->position, 0, 0);
}

static void
fill (const YzMatcher *matcher, Entry *entry, const YzSheetRow *row)
{
  const char *title = yz_sheet_row_get_text (row, matcher->kind->title_field);
  const char *address = yz_sheet_row_get_text (row, "address");
  g_autofree char *core = yz_likeness_core (title != NULL ? title : "");

  entry->core = g_string_chunk_insert (matcher->texts, core);
  entry->name = hash_text (title);
  entry->district = hash_text (yz_sheet_row_get_text (row, "district"));
  entry->code = hash_text (yz_sheet_row_get_text (row, "code"));
  fill_address (matcher, entry, address);
  fill_phones (entry, yz_sheet_row_get (row, "phones"));
  fill_position (entry, row);
  if (matcher->key != NULL)
    entry->identity = hash_key_fields (matcher, row);
  else
    entry->identity = combine (combine (entry->name, hash_place (entry, address)), entry->district);
}

/* One wrong character leaves one half of a name as it was. */
static void
add_halves (YzMatcher *matcher, const Entry *entry, guint number)
{
  glong length = g_utf8_strlen (entry->core, -1);
  const char *middle = g_utf8_offset_to_pointer (entry->core, length / 2);

  if (length < 4)
    return;
  yz_multi_index_add (matcher->index,
                      make_key (KEY_HALF,
                                combine (entry->district, yz_likeness_hash (entry->core, middle - entry->core))),
                      number);
  yz_multi_index_add (matcher->index,
                      make_key (KEY_HALF, combine (entry->district, ~yz_likeness_hash (middle, strlen (middle)))),
                      number);
}

static void
add_key (YzMatcher *matcher, KeyType type, guint64 hash, guint number)
{
  if (hash != 0)
    yz_multi_index_add (matcher->index, make_key (type, hash), number);
}

static guint
add (YzMatcher *matcher, const YzSheetRow *row)
{
  Entry entry = { .claimed_by = NONE, .next = { NONE, NONE } };
  guint number = matcher->entries->len;

  fill (matcher, &entry, row);
  g_array_append_val (matcher->entries, entry);
  add_key (matcher, KEY_NAME, entry.name, number);
  add_key (matcher, KEY_CORE, *entry.core != '\0' ? yz_likeness_hash (entry.core, strlen (entry.core)) : 0, number);
  add_key (matcher, KEY_ADDRESS, entry.address, number);
  for (guint i = 0; i < N_PHONES; i++)
    add_key (matcher, KEY_PHONE, entry.phones[i], number);
  add_halves (matcher, &entry, number);
  if (!isnan (entry.position.lon))
    yz_multi_index_add (matcher->index, make_key (KEY_CELL, get_cell (entry.position, 0, 0)), number);
  return number;
}

static Slot *
get_slot (YzMatcher *matcher, KeyType type, guint64 hash)
{
  guint64 key = make_key (type, hash);
  Slot *slot = g_hash_table_lookup (matcher->slots, &key);

  if (slot != NULL)
    return slot;
  slot = g_new (Slot, 1);
  *slot = (Slot){ key, NONE, NONE, NONE };
  g_hash_table_add (matcher->slots, slot);
  return slot;
}

static void
add_to_slot (YzMatcher *matcher, KeyType type, guint64 hash, guint number)
{
  Slot *slot;

  if (hash == 0)
    return;
  slot = get_slot (matcher, type, hash);
  if (slot->last_record != NONE)
    get_entry (matcher, slot->last_record)->next[type == KEY_CODE] = number;
  else
    slot->first_record = number;
  slot->last_record = number;
}

guint
yz_matcher_add_record (YzMatcher *matcher, const YzSheetRow *record)
{
  guint number = add (matcher, record);

  matcher->n_records = number + 1;
  add_to_slot (matcher, KEY_IDENTITY, get_entry (matcher, number)->identity, number);
  add_to_slot (matcher, KEY_CODE, get_entry (matcher, number)->code, number);
  return number;
}

guint
yz_matcher_add_row (YzMatcher *matcher, const YzSheetRow *row)
{
  return add (matcher, row);
}

void
yz_matcher_add_distinct (YzMatcher *matcher, guint entry, const char *name)
{
  guint64 pair = combine (entry + 1, hash_text (name));

  g_hash_table_add (matcher->distinct, g_memdup2 (&pair, sizeof pair));
}

static gboolean
is_distinct (const YzMatcher *matcher, guint known, const Entry *entry)
{
  guint64 pair = combine (known + 1, entry->name);

  return g_hash_table_contains (matcher->distinct, &pair);
}

static gboolean
share_phone (const Entry *a, const Entry *b)
{
  for (guint i = 0; i < N_PHONES; i++)
    for (guint j = 0; j < N_PHONES; j++)
      if (a->phones[i] != 0 && a->phones[i] == b->phones[j])
        return TRUE;
  return FALSE;
}

static void
compare (const Entry *a, const Entry *b, YzMatch *match)
{
  match->same_name = a->name != 0 && a->name == b->name;
  match->same_address = a->address != 0 && a->address == b->address;
  match->same_phone = share_phone (a, b);
  match->same_code = a->code != 0 && a->code == b->code;
  match->likeness = match->same_name ? 1 : yz_likeness_compare (a->core, b->core);
  match->metres = isnan (a->position.lon) || isnan (b->position.lon) ? NAN
                                                                     : yz_position_distance (a->position, b->position);
}

static gboolean
differ (guint64 a, guint64 b)
{
  return a != 0 && b != 0 && a != b;
}

static gboolean
are_apart (const Entry *a, const Entry *b)
{
  return !isnan (a->position.lon) && !isnan (b->position.lon) &&
         yz_position_distance (a->position, b->position) > FAR_METRES;
}

/* The same name and no contradiction: where one of the two lists had no address or no code. */
static gboolean
agree (const Entry *a, const Entry *b)
{
  return !differ (a->code, b->code) && !differ (a->address, b->address) && !differ (a->district, b->district) &&
         !are_apart (a, b);
}

/* The record that @slot still has for a row, passing over those that were claimed by another key. */
static guint32
take_record (const YzMatcher *matcher, Slot *slot, gboolean by_code)
{
  while (slot->first_record != NONE && get_entry (matcher, slot->first_record)->claimed_by != NONE)
    slot->first_record = get_entry (matcher, slot->first_record)->next[by_code];
  return slot->first_record;
}

/* Of a key that says for sure which record is meant: a record, or the first row with the same key. */
static guint32
find_by_key (YzMatcher *matcher, guint entry, KeyType type, guint64 hash)
{
  guint64 key = make_key (type, hash);
  Slot *slot = hash != 0 ? g_hash_table_lookup (matcher->slots, &key) : NULL;
  guint32 record = slot != NULL ? take_record (matcher, slot, type == KEY_CODE) : NONE;

  if (record != NONE && !(type == KEY_IDENTITY && matcher->key == NULL &&
                          differ (get_entry (matcher, record)->code, get_entry (matcher, entry)->code)))
    return record;
  return slot != NULL ? slot->first_row : NONE;
}

static guint32
find_by_name (const YzMatcher *matcher, guint entry)
{
  const Entry *self = get_entry (matcher, entry);
  guint32 found = NONE;
  guint n = 0;

  if (self->name == 0)
    return NONE;
  /* the index gives the newest first; the oldest is the one that the others repeat */
  for (guint32 place = yz_multi_index_first (matcher->index, make_key (KEY_NAME, self->name));
       place != YZ_MULTI_INDEX_END && n < MAX_BLOCK; place = yz_multi_index_next (matcher->index, place))
    {
      guint other = yz_multi_index_get (matcher->index, place);

      if (other >= entry)
        continue;
      n++;
      if ((other >= matcher->n_records || get_entry (matcher, other)->claimed_by == NONE) &&
          agree (self, get_entry (matcher, other)))
        found = other;
    }
  return found;
}

static void
remember_row (YzMatcher *matcher, KeyType type, guint64 hash, guint entry)
{
  Slot *slot = hash != 0 ? get_slot (matcher, type, hash) : NULL;

  if (slot != NULL && slot->first_row == NONE)
    slot->first_row = entry;
}

gboolean
yz_matcher_find_same (YzMatcher *matcher, guint entry, YzMatch *match)
{
  Entry *self = get_entry (matcher, entry);
  guint32 found = NONE;

  if (matcher->key == NULL)
    found = find_by_key (matcher, entry, KEY_CODE, self->code);
  if (found == NONE)
    found = find_by_key (matcher, entry, KEY_IDENTITY, self->identity);
  if (found == NONE && matcher->key == NULL)
    found = find_by_name (matcher, entry);

  remember_row (matcher, KEY_CODE, self->code, entry);
  remember_row (matcher, KEY_IDENTITY, self->identity, entry);
  if (found == NONE)
    return FALSE;
  get_entry (matcher, found)->claimed_by = entry;
  match->entry = found;
  compare (self, get_entry (matcher, found), match);
  return TRUE;
}

/* How strongly the evidence says "the same place", 0 for not at all. The limits were set on lists of cities: those
 * of banks that stand twice with two house numbers, not of two desks in one hall. */
static double
weigh (const Entry *a, const Entry *b, const YzMatch *match)
{
  gboolean near = match->metres <= 60, close = match->metres <= 200, far = match->metres > FAR_METRES;

  if (match->same_code)
    return 4;
  if (match->same_name && match->same_address)
    return 3;
  if (far || differ (a->district, b->district))
    return 0;
  if (match->same_address && match->likeness >= 0.5)
    return 2 + match->likeness;
  if (match->same_name && (close || (isnan (match->metres) && a->address_text != NULL && b->address_text != NULL &&
                                     yz_likeness_compare (a->address_text, b->address_text) >= 0.6)))
    return 2.5;
  if ((near && match->likeness >= 0.6) || (close && match->likeness >= 0.8))
    return 1 + match->likeness;
  if (match->same_phone && (near || match->likeness >= 0.6))
    return 1 + match->likeness;
  return 0;
}

typedef struct
{
  const YzMatcher *matcher;
  guint entry;
  YzMatch *match;
  double best;
} Search;

static void
search_block (Search *search, guint64 key)
{
  const Entry *self = get_entry (search->matcher, search->entry);
  guint n = 0;

  for (guint32 place = yz_multi_index_first (search->matcher->index, key); place != YZ_MULTI_INDEX_END && n < MAX_BLOCK;
       place = yz_multi_index_next (search->matcher->index, place))
    {
      YzMatch match = { .entry = yz_multi_index_get (search->matcher->index, place) };
      double weight;

      if (match.entry >= search->entry)
        continue;
      n++;
      compare (self, get_entry (search->matcher, match.entry), &match);
      weight = weigh (self, get_entry (search->matcher, match.entry), &match);
      if (weight > search->best && !is_distinct (search->matcher, match.entry, self))
        {
          search->best = weight;
          *search->match = match;
        }
    }
}

static void
search_names (Search *search, const Entry *self)
{
  glong length = g_utf8_strlen (self->core, -1);
  const char *middle = g_utf8_offset_to_pointer (self->core, length / 2);

  if (length > 0)
    search_block (search, make_key (KEY_CORE, yz_likeness_hash (self->core, strlen (self->core))));
  if (length < 4)
    return;
  search_block (search,
                make_key (KEY_HALF, combine (self->district, yz_likeness_hash (self->core, middle - self->core))));
  search_block (search, make_key (KEY_HALF, combine (self->district, ~yz_likeness_hash (middle, strlen (middle)))));
}

gboolean
yz_matcher_find_alike (const YzMatcher *matcher, guint entry, YzMatch *match)
{
  const Entry *self = get_entry (matcher, entry);
  Search search = { matcher, entry, match, 0 };

  if (self->address != 0)
    search_block (&search, make_key (KEY_ADDRESS, self->address));
  for (guint i = 0; i < N_PHONES; i++)
    if (self->phones[i] != 0)
      search_block (&search, make_key (KEY_PHONE, self->phones[i]));
  search_names (&search, self);
  for (int dx = -1; dx <= 1 && !isnan (self->position.lon); dx++)
    for (int dy = -1; dy <= 1; dy++)
      search_block (&search, make_key (KEY_CELL, get_cell (self->position, dx, dy)));
  return search.best > 0;
}
