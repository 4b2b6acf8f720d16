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
#define MIN_ADDRESS 12       /* bytes of an address that says more than a district */

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
} Entry;

struct _YzMatcher
{
  const YzKind *kind;
  char **key;
  GArray *entries;
  GStringChunk *texts;
  YzMultiIndex *index;
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
  return (a ^ (b + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (a << 6) + (a >> 2))) *
         G_GUINT64_CONSTANT (0x100000001b3);
}

static guint64
make_key (KeyType type, guint64 hash)
{
  return combine (type, hash);
}

static const Entry *
get_entry (const YzMatcher *matcher, guint entry)
{
  return &g_array_index (matcher->entries, Entry, entry);
}

/* A record or a row: both give values by the names of fields. */
typedef GVariant *(*GetValue) (gconstpointer source, const YzField *field);

static GVariant *
get_of_record (gconstpointer source, const YzField *field)
{
  YzRecord *record = (YzRecord *) source;

  return yz_record_get_at (record, yz_kind_get_index (yz_record_get_kind (record), field));
}

static GVariant *
get_of_row (gconstpointer source, const YzField *field)
{
  const YzRow *row = source;

  return row->values[yz_kind_get_index (row->kind, field)];
}

static GVariant *
get_value (const YzMatcher *matcher, GetValue get, gconstpointer source, const char *name)
{
  const YzField *field = yz_kind_find_field (matcher->kind, name);

  return field != NULL ? get (source, field) : NULL;
}

static const char *
get_text (const YzMatcher *matcher, GetValue get, gconstpointer source, const char *name)
{
  GVariant *value = get_value (matcher, get, source, name);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_get_string (value, NULL)
                                                                             : NULL;
}

static guint64
hash_key_fields (const YzMatcher *matcher, GetValue get, gconstpointer source)
{
  guint64 hash = 7;

  for (guint i = 0; matcher->key[i] != NULL; i++)
    {
      const YzField *field = yz_kind_find_field (matcher->kind, matcher->key[i]);
      g_autofree char *text = field != NULL ? yz_field_format (field, get (source, field)) : NULL;

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
fill_position (const YzMatcher *matcher, Entry *entry, GetValue get, gconstpointer source)
{
  GVariant *lon = get_value (matcher, get, source, "lon"), *lat = get_value (matcher, get, source, "lat");

  entry->position = (YzPosition) { NAN, NAN };
  if (lon != NULL && lat != NULL)
    entry->position = (YzPosition) { g_variant_get_double (lon), g_variant_get_double (lat) };
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

static void
fill (const YzMatcher *matcher, Entry *entry, GetValue get, gconstpointer source)
{
  const char *title = get_text (matcher, get, source, matcher->kind->title_field);
  const char *address = get_text (matcher, get, source, "address");
  g_autofree char *core = yz_likeness_core (title != NULL ? title : "");

  entry->core = g_string_chunk_insert (matcher->texts, core);
  entry->name = hash_text (title);
  entry->district = hash_text (get_text (matcher, get, source, "district"));
  entry->code = hash_text (get_text (matcher, get, source, "code"));
  fill_address (matcher, entry, address);
  fill_phones (entry, get_value (matcher, get, source, "phones"));
  fill_position (matcher, entry, get, source);
  if (matcher->key != NULL)
    entry->identity = hash_key_fields (matcher, get, source);
  else
    entry->identity = combine (combine (entry->name, hash_text (address)), entry->district);
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
                      make_key (KEY_HALF, combine (entry->district,
                                                   yz_likeness_hash (entry->core, middle - entry->core))),
                      number);
  yz_multi_index_add (matcher->index,
                      make_key (KEY_HALF, combine (entry->district, ~yz_likeness_hash (middle, strlen (middle)))),
                      number);
}

static guint64
get_cell (YzPosition position, int dx, int dy)
{
  gint64 x = (gint64) floor (position.lon * CELLS_PER_DEGREE) + dx;
  gint64 y = (gint64) floor (position.lat * CELLS_PER_DEGREE) + dy;

  return (guint64) (x * 1000003 + y);
}

static void
add_key (YzMatcher *matcher, KeyType type, guint64 hash, guint number)
{
  if (hash != 0)
    yz_multi_index_add (matcher->index, make_key (type, hash), number);
}

static guint
add (YzMatcher *matcher, GetValue get, gconstpointer source)
{
  Entry entry = { NULL };
  guint number = matcher->entries->len;

  fill (matcher, &entry, get, source);
  g_array_append_val (matcher->entries, entry);
  add_key (matcher, KEY_IDENTITY, entry.identity, number);
  add_key (matcher, KEY_CODE, entry.code, number);
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

guint
yz_matcher_add_record (YzMatcher *matcher, YzRecord *record)
{
  return add (matcher, get_of_record, record);
}

guint
yz_matcher_add_row (YzMatcher *matcher, const YzRow *row)
{
  return add (matcher, get_of_row, row);
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
  match->metres = isnan (a->position.lon) || isnan (b->position.lon)
                    ? NAN
                    : yz_position_distance (a->position, b->position);
}

static gboolean
differ (guint64 a, guint64 b)
{
  return a != 0 && b != 0 && a != b;
}

/* The same name and no contradiction: where one of the two lists had no address or no code. */
static gboolean
agree (const Entry *a, const Entry *b)
{
  return !differ (a->code, b->code) && !differ (a->address, b->address) && !differ (a->district, b->district) &&
         (a->address == 0 || b->address == 0 || a->address == b->address);
}

typedef gboolean (*Test) (const Entry *a, const Entry *b);

static gboolean
find_first (const YzMatcher *matcher, guint entry, KeyType type, guint64 hash, Test test, YzMatch *match)
{
  const Entry *self = get_entry (matcher, entry);
  gboolean found = FALSE;
  guint n = 0;

  if (hash == 0)
    return FALSE;
  /* the index gives the newest first; the oldest is the one that the others repeat */
  for (guint32 place = yz_multi_index_first (matcher->index, make_key (type, hash));
       place != YZ_MULTI_INDEX_END && n < MAX_BLOCK; place = yz_multi_index_next (matcher->index, place))
    {
      guint other = yz_multi_index_get (matcher->index, place);

      if (other >= entry)
        continue;
      n++;
      if (test != NULL && !test (self, get_entry (matcher, other)))
        continue;
      match->entry = other;
      found = TRUE;
    }
  return found;
}

static gboolean
have_compatible_codes (const Entry *a, const Entry *b)
{
  return !differ (a->code, b->code);
}

gboolean
yz_matcher_find_same (const YzMatcher *matcher, guint entry, YzMatch *match)
{
  const Entry *self = get_entry (matcher, entry);
  gboolean found;

  if (matcher->key != NULL)
    found = find_first (matcher, entry, KEY_IDENTITY, self->identity, NULL, match);
  else
    found = find_first (matcher, entry, KEY_CODE, self->code, NULL, match) ||
            (self->name != 0 &&
             (find_first (matcher, entry, KEY_IDENTITY, self->identity, have_compatible_codes, match) ||
              find_first (matcher, entry, KEY_NAME, self->name, agree, match)));
  if (found)
    compare (self, get_entry (matcher, match->entry), match);
  return found;
}

/* How strongly the evidence says "the same place", 0 for not at all. The limits were set on lists of cities: those
 * of banks that stand twice with two house numbers, not of two desks in one hall. */
static double
weigh (const Entry *a, const Entry *b, const YzMatch *match)
{
  gboolean near = match->metres <= 60, close = match->metres <= 200, far = match->metres > 2000;

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
  search_block (search, make_key (KEY_HALF, combine (self->district,
                                                     yz_likeness_hash (self->core, middle - self->core))));
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
