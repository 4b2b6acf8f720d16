/*
 * 100,000 movements written into a workspace in actions of several, dated back now and then, counted, undone and done
 * again. Beside it is a model that knows nothing but a list of entries for each heap and goes through all of it every
 * time. Whatever the model allows the store has to take, and nothing else; what lies where must be the same.
 */
#include "store-fixture.h"

#include "yz-movement.h"
#include "yz-place.h"
#include "yz-stock.h"

#define N_MOVEMENTS 100000
#define N_PLACES 5
#define N_ITEMS 4
#define N_LOTS 3 /* the first is none */
#define N_HEAPS (N_PLACES * N_ITEMS * N_LOTS)
#define MOST_AT_ONCE 24
#define HOUR G_GINT64_CONSTANT (3600000)
#define BEGIN G_GINT64_CONSTANT (1793491200000) /* 2026-11-01T00:00Z */

typedef struct
{
  gint64 at;
  guint movement;
  gint64 delta;
  gboolean forced;
  gboolean is_count;
  gint64 counted;
} Entry;

typedef struct
{
  int heaps[2]; /* taken from, brought to; -1 outside */
  gint64 quantity;
  gint64 at;
  gboolean forced;
  gboolean is_count;
  gint64 counted;
} Movement;

typedef struct
{
  guint first;
  guint n;
} Action;

typedef struct
{
  Fixture base;
  GRand *random;
  char *places[N_PLACES];
  char *items[N_ITEMS];
  char *lots[N_ITEMS][N_LOTS];
  GArray *movements;        /* Movement */
  GArray *entries[N_HEAPS]; /* Entry, by time: those in effect */
  GArray *done;             /* Action */
  GArray *undone;           /* Action */
  gint64 now;
  guint n_written;
  guint n_refused;
  guint n_undone;
} World;

static int
dice (World *world, int begin, int end)
{
  return g_rand_int_range (world->random, begin, end);
}

static int
heap_of (int place, int item, int lot)
{
  return (place * N_ITEMS + item) * N_LOTS + lot;
}

/* The model */

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *two = b;

  if (one->at != two->at)
    return one->at < two->at ? -1 : 1;
  return (one->movement > two->movement) - (one->movement < two->movement);
}

static void
enter (World *world, guint number, guint end)
{
  const Movement *movement = &g_array_index (world->movements, Movement, number);
  Entry entry = {
    movement->at,       number,           end == 0 ? -movement->quantity : movement->quantity, movement->forced,
    movement->is_count, movement->counted
  };

  if (movement->heaps[end] < 0)
    return;
  g_array_append_val (world->entries[movement->heaps[end]], entry);
  g_array_sort (world->entries[movement->heaps[end]], compare_entries);
}

static void
leave (World *world, guint number, guint end)
{
  const Movement *movement = &g_array_index (world->movements, Movement, number);
  GArray *entries = movement->heaps[end] < 0 ? NULL : world->entries[movement->heaps[end]];

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (g_array_index (entries, Entry, i).movement == number)
      g_array_remove_index (entries, i--);
}

static void
set_in_effect (World *world, const Action *action, gboolean in_effect)
{
  for (guint i = action->first; i < action->first + action->n; i++)
    for (guint end = 0; end < 2; end++)
      if (in_effect)
        enter (world, i, end);
      else
        leave (world, i, end);
}

static gint64
sum_heap (World *world, int heap, gint64 until)
{
  gint64 sum = 0;

  for (guint i = 0; i < world->entries[heap]->len; i++)
    if (g_array_index (world->entries[heap], Entry, i).at <= until)
      sum += g_array_index (world->entries[heap], Entry, i).delta;
  return sum;
}

static gboolean
heap_is_sound (GArray *entries)
{
  gint64 sum = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      sum += entry->delta;
      if ((entry->is_count && sum != entry->counted) || (sum < 0 && entry->delta < 0 && !entry->forced))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_sound (World *world, const Action *action)
{
  for (guint i = action->first; i < action->first + action->n; i++)
    for (guint end = 0; end < 2; end++)
      {
        int heap = g_array_index (world->movements, Movement, i).heaps[end];

        if (heap >= 0 && !heap_is_sound (world->entries[heap]))
          return FALSE;
      }
  return TRUE;
}

/* The workspace */

static char *
add (World *world, YzRecord *record)
{
  YzEdit *edit = yz_edit_new ("Add");

  yz_edit_set_settled (edit);
  yz_edit_create (edit, record);
  fixture_apply (&world->base, edit);
  return g_strdup (yz_record_get_id (record));
}

static YzRecord *
make_named (World *world, const YzKind *kind, const char *name, int number)
{
  g_autofree char *id = yz_id_factory_next (world->base.ids);
  g_autofree char *text = g_strdup_printf ("%s%d", name, number + 1);
  YzRecord *record = yz_record_new (kind, id);

  yz_record_set_text (record, kind->title_field, text);
  return record;
}

static void
add_item (World *world, int number)
{
  g_autoptr (YzRecord) item = make_named (world, &yz_item_kind, "物品", number);

  world->items[number] = add (world, item);
  for (int i = 1; i < N_LOTS; i++)
    {
      g_autoptr (YzRecord) lot = make_named (world, &yz_lot_kind, "L", i);

      yz_record_set_text (lot, "item", world->items[number]);
      world->lots[number][i] = add (world, lot);
    }
}

static void
set_up (World *world, gconstpointer data)
{
  static const YzPlaceType outside[] = { YZ_PLACE_SUPPLY, YZ_PLACE_HANDED_OUT, YZ_PLACE_DIFFERENCE };

  fixture_set_up (&world->base, NULL);
  world->random = g_rand_new_with_seed (20261121);
  world->now = BEGIN;
  for (int i = 0; i < N_PLACES; i++)
    {
      g_autoptr (YzRecord) place = make_named (world, &yz_place_kind, "货架", i);

      world->places[i] = add (world, place);
    }
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      g_autoptr (YzRecord) place = yz_place_new_single (outside[i]);

      g_free (add (world, place));
    }
  for (int i = 0; i < N_ITEMS; i++)
    add_item (world, i);
  world->movements = g_array_new (FALSE, TRUE, sizeof (Movement));
  world->done = g_array_new (FALSE, TRUE, sizeof (Action));
  world->undone = g_array_new (FALSE, TRUE, sizeof (Action));
  for (int i = 0; i < N_HEAPS; i++)
    world->entries[i] = g_array_new (FALSE, TRUE, sizeof (Entry));
}

static void
tear_down (World *world, gconstpointer data)
{
  for (int i = 0; i < N_HEAPS; i++)
    g_array_unref (world->entries[i]);
  g_array_unref (world->undone);
  g_array_unref (world->done);
  g_array_unref (world->movements);
  for (int i = 0; i < N_ITEMS; i++)
    {
      g_free (world->items[i]);
      for (int j = 1; j < N_LOTS; j++)
        g_free (world->lots[i][j]);
    }
  for (int i = 0; i < N_PLACES; i++)
    g_free (world->places[i]);
  g_rand_free (world->random);
  fixture_tear_down (&world->base, NULL);
}

static const char *
place_of (World *world, int heap, YzPlaceType outside)
{
  return heap < 0 ? yz_place_get_single_id (outside) : world->places[heap / (N_ITEMS * N_LOTS)];
}

static YzRecord *
make_record (World *world, const Movement *movement)
{
  g_autofree char *id = yz_id_factory_next (world->base.ids);
  YzRecord *record = yz_record_new (&yz_movement_kind, id);
  int heap = MAX (movement->heaps[0], movement->heaps[1]);
  int item = heap / N_LOTS % N_ITEMS, lot = heap % N_LOTS;
  YzMovementType type = movement->is_count       ? YZ_MOVEMENT_COUNT
                        : movement->heaps[0] < 0 ? YZ_MOVEMENT_RECEIVE
                        : movement->heaps[1] < 0 ? YZ_MOVEMENT_HAND_OUT
                                                 : YZ_MOVEMENT_MOVE;

  yz_record_set_text (record, "type", yz_movement_type_get_nick (type));
  yz_record_set_text (record, "item", world->items[item]);
  yz_record_set_text (record, "lot", lot > 0 ? world->lots[item][lot] : NULL);
  yz_record_set_text (record, "source",
                      place_of (world, movement->heaps[0], movement->is_count ? YZ_PLACE_DIFFERENCE : YZ_PLACE_SUPPLY));
  yz_record_set_text (record, "target",
                      place_of (world, movement->heaps[1],
                                movement->is_count ? YZ_PLACE_DIFFERENCE : YZ_PLACE_HANDED_OUT));
  yz_record_set (record, "quantity", g_variant_new_int64 (movement->quantity));
  yz_record_set (record, "at", g_variant_new_int64 (movement->at));
  if (movement->is_count)
    yz_record_set (record, "counted", g_variant_new_int64 (movement->counted));
  if (movement->forced)
    {
      yz_record_set (record, "forced", g_variant_new_boolean (TRUE));
      yz_record_set_text (record, "reason", "漏记入库");
    }
  return record;
}

/* The history */

static Movement
draw_count (World *world, int heap, gint64 at)
{
  gint64 books = sum_heap (world, heap, at);
  int found = dice (world, -3, 3);
  gint64 counted = MAX (0, books + found);
  int outside = counted >= books ? 0 : 1;
  Movement count = { .quantity = ABS (counted - books), .at = at, .is_count = TRUE, .counted = counted };

  count.heaps[outside] = -1;
  count.heaps[1 - outside] = heap;
  return count;
}

/* Mostly what makes sense, sometimes not: more than there is, or dated back to before others. */
static Movement
draw (World *world)
{
  int place = dice (world, 0, N_PLACES), item = dice (world, 0, N_ITEMS), lot = dice (world, 0, N_LOTS);
  int heap = heap_of (place, item, lot);
  gboolean wild = dice (world, 0, 100) == 0;
  gint64 at = world->now - (wild ? dice (world, 0, 400) * HOUR : 0);
  int there = (int) CLAMP (sum_heap (world, heap, at), 0, 12), what = dice (world, 0, 12);
  Movement movement = { { heap, -1 }, dice (world, 1, wild ? 24 : MAX (there, 1) + 1), at, FALSE, FALSE, 0 };

  if (what == 0)
    return draw_count (world, heap, at);
  if (what < 4 || (there == 0 && !wild))
    movement = (Movement){ { -1, heap }, dice (world, 1, 30), at, FALSE, FALSE, 0 };
  else if (what == 4)
    movement.heaps[1] = heap_of ((place + dice (world, 1, N_PLACES)) % N_PLACES, item, lot);
  else
    movement.forced = wild && what > 8;
  return movement;
}

/* @result: what the store said to it */
static void
assert_agreed (World *world, gboolean allowed, YzAction *result, GError *error)
{
  if (allowed)
    g_assert_no_error (error);
  else if (!g_error_matches (error, YZ_STORE_ERROR, YZ_STORE_ERROR_SHORT) &&
           !g_error_matches (error, YZ_STORE_ERROR, YZ_STORE_ERROR_CONFLICT))
    g_assert_error (error, YZ_STORE_ERROR, YZ_STORE_ERROR_DEPENDS);
  g_assert_true ((result != NULL) == allowed);
  world->n_refused += !allowed;
}

static void
write_some (World *world)
{
  guint n = (guint) dice (world, 1, MOST_AT_ONCE + 1);
  Action action = { world->movements->len, 0 };
  g_autoptr (YzEdit) edit = yz_edit_new ("Move stock");
  g_autoptr (YzAction) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean allowed;

  for (; action.n < n; action.n++)
    {
      Movement movement = draw (world);
      g_autoptr (YzRecord) record = make_record (world, &movement);

      g_array_append_val (world->movements, movement);
      set_in_effect (world, &(Action){ action.first + action.n, 1 }, TRUE);
      yz_edit_create (edit, record);
    }
  allowed = is_sound (world, &action);
  result = yz_store_apply (world->base.store, edit, NULL, &error);
  assert_agreed (world, allowed, result, error);
  if (allowed)
    {
      g_array_append_val (world->done, action);
      g_array_set_size (world->undone, 0);
      world->n_written += n;
    }
  else
    set_in_effect (world, &action, FALSE);
}

/* Takes the last of @from back, or does it again, which makes it the last of @to. */
static void
turn (World *world, GArray *from, GArray *to, gboolean in_effect)
{
  g_autoptr (YzAction) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean allowed;
  Action action;

  if (from->len == 0)
    return;
  action = g_array_index (from, Action, from->len - 1);
  set_in_effect (world, &action, in_effect);
  allowed = is_sound (world, &action);
  result = in_effect ? yz_store_redo (world->base.store, NULL, &error)
                     : yz_store_undo (world->base.store, 0, NULL, &error);
  assert_agreed (world, allowed, result, error);
  if (!allowed)
    {
      set_in_effect (world, &action, !in_effect);
      return;
    }
  g_array_append_val (to, action);
  g_array_set_size (from, from->len - 1);
  world->n_undone++;
}

static gint64
read_quantity (World *world, int heap, gint64 until)
{
  YzStockQuestion question = { .place = place_of (world, heap, YZ_PLACE_SUPPLY),
                               .item = world->items[heap / N_LOTS % N_ITEMS],
                               .at = until };
  g_autoptr (GError) error = NULL;
  gint64 quantity = 0;

  g_assert_true (yz_stock_get_quantity (world->base.store, &question, &quantity, &error));
  g_assert_no_error (error);
  return quantity;
}

static void
assert_same (World *world, gint64 until)
{
  for (int heap = 0; heap < N_HEAPS; heap += N_LOTS)
    {
      gint64 expected = 0;

      for (int lot = 0; lot < N_LOTS; lot++)
        expected += sum_heap (world, heap + lot, until);
      g_assert_cmpint (read_quantity (world, heap, until), ==, expected);
    }
}

static void
assert_checked (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = yz_store_check (world->base.store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_history (World *world, gconstpointer data)
{
  guint compared = 0;

  while (world->n_written < N_MOVEMENTS)
    {
      int what = dice (world, 0, 20);

      world->now += dice (world, 0, 6) * HOUR;
      if (what < 2)
        turn (world, world->done, world->undone, FALSE);
      else if (what == 2)
        turn (world, world->undone, world->done, TRUE);
      else
        write_some (world);
      if (world->n_written / 5000 > compared)
        {
          compared++;
          assert_same (world, world->now);
          assert_same (world, BEGIN + (world->now - BEGIN) / HOUR * dice (world, 1, 100) / 100 * HOUR);
        }
    }
  g_test_message ("%u movements, %u actions refused, %u undone or done again", world->n_written, world->n_refused,
                  world->n_undone);
  /* a history that is all refused would prove nothing, nor one that is all allowed */
  g_assert_cmpuint (world->n_refused, >, 500);
  g_assert_cmpuint (world->n_undone, >, 1000);
  assert_same (world, world->now);
  assert_checked (world);
  fixture_reopen (&world->base);
  assert_same (world, world->now);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/store/stock/history", World, NULL, set_up, test_history, tear_down);
  return g_test_run ();
}
