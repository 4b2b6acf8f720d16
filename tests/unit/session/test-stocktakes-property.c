/*
 * Counts, movements, late entries and undo in any order, held against the simplest books that there are: a list of what
 * happened, walked through from the beginning for every question. What one refuses, the other refuses.
 */
#include "config.h"

#include "stock-fixture.h"

#include "yz-stock-movements.h"
#include "yz-stock-verify.h"
#include "yz-stocktakes.h"

#define N_STEPS 2000
#define N_PLACES 3

/* One end of a movement. */
typedef struct
{
  gint64 at;
  guint order;   /* in which it was written down */
  gint64 action; /* by which it can be taken back */
  guint place;
  gint64 delta;
  gboolean is_count;
  gint64 counted;
} Entry;

typedef struct
{
  StockFixture *base;
  char *places[N_PLACES];
  GArray *books;   /* Entry */
  GArray *actions; /* gint64: that may be taken back */
  guint order;
  char *stocktake; /* nullable: that is going on */
  guint n_confirmed;
  guint n_refused;
  guint n_undone;
} World;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *two = b;

  if (one->at != two->at)
    return one->at < two->at ? -1 : 1;
  return (one->order > two->order) - (one->order < two->order);
}

static gboolean
is_sound (GArray *books)
{
  g_autoptr (GArray) sorted = g_array_copy (books);
  gint64 left[N_PLACES] = { 0 };

  g_array_sort (sorted, compare_entries);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Entry *entry = &g_array_index (sorted, Entry, i);
      gint64 now = left[entry->place] += entry->delta;

      if ((entry->is_count && now != entry->counted) || (now < 0 && entry->delta < 0))
        return FALSE;
    }
  return TRUE;
}

static gint64
sum_until (World *world, guint place, gint64 at)
{
  gint64 sum = 0;

  for (guint i = 0; i < world->books->len; i++)
    {
      const Entry *entry = &g_array_index (world->books, Entry, i);

      if (entry->place == place && entry->at <= at)
        sum += entry->delta;
    }
  return sum;
}

static void
add_entry (World *world, gint64 at, guint place, gint64 delta)
{
  Entry entry = { .at = at, .order = world->order++, .place = place, .delta = delta };

  g_array_append_val (world->books, entry);
}

/* Keeps what was added since @n if the workspace took it too; both have to agree. */
static void
settle (World *world, guint n, gint64 action, const GError *error)
{
  gboolean sound = is_sound (world->books);

  if (error != NULL)
    {
      g_test_message ("%s", error->message);
      world->n_refused++;
    }
  g_assert_cmpint (sound, ==, action != 0);
  if (action == 0)
    g_array_set_size (world->books, n);
  for (guint i = n; i < world->books->len; i++)
    g_array_index (world->books, Entry, i).action = action;
  if (action != 0)
    g_array_append_val (world->actions, action);
}

/* Mostly now, often late. */
static gint64
choose_time (World *world)
{
  gint64 now = yz_clock_get_now (world->base->base.clock);

  return g_test_rand_int_range (0, 3) > 0 ? now : now - g_test_rand_int_range (0, 600) * MINUTE;
}

static guint
choose_place (void)
{
  return (guint) g_test_rand_int_range (0, N_PLACES);
}

static void
receive (World *world)
{
  YzStockArrival arrival = {
    yz_record_get_id (world->base->water), g_test_rand_int_range (1, 20), NULL, NULL, NULL, NULL, -1
  };
  YzStockNote note = { .at = choose_time (world) };
  guint place = choose_place (), n = world->books->len;
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_stock_make_receipt (world->base->store, world->places[place], &arrival, 1, &note, &error);
  gint64 action = stock_fixture_apply (world->base, edit, &error);

  add_entry (world, note.at, place, arrival.quantity);
  settle (world, n, action, error);
}

static void
hand_out (World *world)
{
  YzStockLine line = { yz_record_get_id (world->base->water), NULL, g_test_rand_int_range (1, 12) };
  YzStockNote note = { .at = choose_time (world) };
  guint place = choose_place (), n = world->books->len;
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_stock_make_hand_out (world->base->store, world->places[place], &line, 1, &note, &error);
  gint64 action = stock_fixture_apply (world->base, edit, &error);

  add_entry (world, note.at, place, -line.quantity);
  settle (world, n, action, error);
}

static void
move (World *world)
{
  YzStockLine line = { yz_record_get_id (world->base->water), NULL, g_test_rand_int_range (1, 8) };
  YzStockNote note = { .at = choose_time (world) };
  guint from = choose_place (), to = (from + 1) % N_PLACES, n = world->books->len;
  g_autoptr (GError) error = NULL;
  YzEdit *edit =
    yz_stock_make_move (world->base->store, world->places[from], world->places[to], &line, 1, &note, &error);
  gint64 action = stock_fixture_apply (world->base, edit, &error);

  add_entry (world, note.at, from, -line.quantity);
  add_entry (world, note.at, to, line.quantity);
  settle (world, n, action, error);
}

static void
begin (World *world)
{
  const char *items[] = { yz_record_get_id (world->base->water), NULL };
  YzStocktakePlan plan = { .at = yz_clock_get_now (world->base->base.clock),
                           .place = world->base->first,
                           .items = items,
                           .blind = TRUE,
                           .counted_by = "李晓燕" };
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_stocktake_make_begin (world->base->store, &plan, &world->stocktake, &error);

  g_assert_no_error (error);
  stock_fixture_apply (world->base, edit, &error);
  g_assert_no_error (error);
}

static YzStocktakeSheet *
load (World *world)
{
  g_autoptr (GError) error = NULL;
  YzStocktakeSheet *sheet =
    yz_stocktake_sheet_load (world->base->store, world->stocktake, YZ_STOCKTAKE_WITH_BOOKS, NULL, &error);

  g_assert_no_error (error);
  return sheet;
}

static guint
find_place (World *world, const YzStocktakeLine *line)
{
  for (guint i = 0; i < N_PLACES; i++)
    if (g_str_equal (world->places[i], yz_record_get_id (line->place)))
      return i;
  g_assert_not_reached ();
}

/* Mostly what is there, sometimes something else, sometimes nothing; now or a while ago. */
static void
count (World *world)
{
  g_autoptr (YzStocktakeSheet) sheet = load (world);
  gint64 now = yz_clock_get_now (world->base->base.clock);
  const YzStocktakeLine *line;
  YzStocktakeEntry entry = { .at = now - g_test_rand_int_range (0, 60) * MINUTE };
  g_autoptr (GError) error = NULL;

  if (sheet->lines->len == 0)
    return;
  line = g_ptr_array_index (sheet->lines, (guint) g_test_rand_int_range (0, (gint32) sheet->lines->len));
  entry.line = line->number;
  entry.counted = MAX (-1, sum_until (world, find_place (world, line), entry.at) + g_test_rand_int_range (-2, 3));
  stock_fixture_apply (world->base, yz_stocktake_make_entries (world->base->store, world->stocktake, &entry, 1, &error),
                       &error);
  g_assert_no_error (error);
}

static void
add_counts (World *world, const YzStocktakeSheet *sheet)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const YzStocktakeLine *line = g_ptr_array_index (sheet->lines, i);
      const YzStockCount *counted = yz_stocktake_sheet_get_count (sheet, i);
      gint64 at = yz_stocktake_line_get_counted_at (line);
      guint place = find_place (world, line);
      Entry entry = { .at = at, .place = place, .is_count = TRUE, .counted = counted->counted };

      if (!counted->is_counted)
        continue;
      g_assert_cmpint (counted->book, ==, sum_until (world, place, at));
      g_assert_cmpint (counted->now, ==, sum_until (world, place, G_MAXINT64));
      entry.order = world->order++;
      entry.delta = counted->counted - sum_until (world, place, at);
      g_array_append_val (world->books, entry);
    }
}

static void
confirm (World *world)
{
  g_autoptr (YzStocktakeSheet) sheet = load (world);
  guint n = world->books->len;
  g_autoptr (GError) error = NULL;
  YzEdit *edit = yz_stocktake_make_confirmation (world->base->store, world->stocktake, "周敏", "清点差异",
                                                 yz_clock_get_now (world->base->base.clock), &error);
  gint64 action;
  YzStockCountSum sum;

  yz_stocktake_sheet_sum (sheet, 0, &sum);
  g_assert_cmpint (sum.n_counted > 0, ==, edit != NULL);
  if (edit == NULL)
    return;
  action = stock_fixture_apply (world->base, edit, &error);
  add_counts (world, sheet);
  settle (world, n, action, error);
  if (action == 0)
    return;
  world->n_confirmed++;
  g_clear_pointer (&world->stocktake, g_free);
}

static void
cancel (World *world)
{
  g_autoptr (GError) error = NULL;

  stock_fixture_apply (world->base, yz_stocktake_make_cancellation (world->base->store, world->stocktake, &error),
                       &error);
  g_assert_no_error (error);
  g_clear_pointer (&world->stocktake, g_free);
}

/* Anything that happened, not only the last. */
static void
take_back (World *world)
{
  guint index = world->actions->len > 0 ? (guint) g_test_rand_int_range (0, (gint32) world->actions->len) : 0;
  g_autoptr (GArray) before = g_array_copy (world->books);
  g_autoptr (GError) error = NULL;
  g_autoptr (YzAction) undo = NULL;
  gint64 action;
  gboolean sound;

  if (world->actions->len == 0)
    return;
  action = g_array_index (world->actions, gint64, index);
  for (guint i = world->books->len; i-- > 0;)
    if (g_array_index (world->books, Entry, i).action == action)
      g_array_remove_index (world->books, i);
  sound = is_sound (world->books);
  undo = yz_store_undo (world->base->store, action, NULL, &error);
  g_assert_cmpint (sound, ==, undo != NULL);
  if (undo != NULL)
    {
      g_array_remove_index (world->actions, index);
      world->n_undone++;
      return;
    }
  g_array_unref (world->books);
  world->books = g_steal_pointer (&before);
  world->n_refused++;
}

static void
compare_books (World *world)
{
  gint64 at = choose_time (world);

  for (guint i = 0; i < N_PLACES; i++)
    {
      YzStockQuestion then = { .place = world->places[i], .at = at }, now = { .place = world->places[i] };
      g_autoptr (GError) error = NULL;
      gint64 quantity;

      yz_stock_get_quantity (world->base->store, &then, &quantity, &error);
      g_assert_no_error (error);
      g_assert_cmpint (quantity, ==, sum_until (world, i, at));
      yz_stock_get_quantity (world->base->store, &now, &quantity, &error);
      g_assert_no_error (error);
      g_assert_cmpint (quantity, ==, sum_until (world, i, G_MAXINT64));
    }
}

static void
step (World *world)
{
  int dice = g_test_rand_int_range (0, 100);
  gint64 now = yz_clock_get_now (world->base->base.clock);

  yz_clock_set_now (world->base->base.clock, now + g_test_rand_int_range (0, 90) * MINUTE);
  if (dice < 20)
    receive (world);
  else if (dice < 45)
    hand_out (world);
  else if (dice < 53)
    move (world);
  else if (dice < 63)
    take_back (world);
  else if (world->stocktake == NULL)
    begin (world);
  else if (dice < 85)
    count (world);
  else if (dice < 97)
    confirm (world);
  else
    cancel (world);
  compare_books (world);
}

static void
test_any_order (StockFixture *fixture, gconstpointer data)
{
  g_autoptr (YzRecord) shelf = stock_fixture_add_shelf (fixture, "前厅柜", 1);
  g_autoptr (YzRecord) room = stock_fixture_add_shelf (fixture, "储物间", 2);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  World world = { .base = fixture,
                  .places = { yz_place_dup_id_of_station (fixture->first), g_strdup (yz_record_get_id (shelf)),
                              g_strdup (yz_record_get_id (room)) },
                  .books = g_array_new (FALSE, FALSE, sizeof (Entry)),
                  .actions = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  YzEdit *edit = yz_edit_new ("Add place");
  YzStockMoving moving = { .store = fixture->store, .edit = edit };
  g_autofree char *own = yz_stock_moving_dup_place (&moving, fixture->first, &error);

  g_assert_cmpstr (own, ==, world.places[0]);
  fixture_apply (&fixture->base, edit);
  for (guint i = 0; i < N_STEPS; i++)
    step (&world);
  findings = yz_stock_verify (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_test_message ("%u confirmed, %u refused, %u taken back", world.n_confirmed, world.n_refused, world.n_undone);
  /* a history without any of them would prove nothing */
  g_assert_cmpuint (world.n_confirmed, >, 5);
  g_assert_cmpuint (world.n_refused, >, 20);
  g_assert_cmpuint (world.n_undone, >, 5);

  for (guint i = 0; i < N_PLACES; i++)
    g_free (world.places[i]);
  g_free (world.stocktake);
  g_array_unref (world.books);
  g_array_unref (world.actions);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stock_fixture_add ("/session/stocktakes/any-order", test_any_order);
  return g_test_run ();
}
