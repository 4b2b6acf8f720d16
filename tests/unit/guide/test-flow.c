/* Blocks on pages: columns, balance, what stays together, what is divided. */
#include "config.h"

#include "test-box.h"
#include "yz-pages.h"
#include "yz-text-block.h"

static YzBlock *
add_box (YzSection *section, const char *name, double height)
{
  return yz_section_add (section, test_box_new (name, height));
}

static YzPages *
lay_out (YzDocument *document, const char *paper)
{
  const YzPagesOptions options = { .paper = yz_paper_find (paper, NULL) };
  g_autoptr (GError) error = NULL;
  YzPages *pages = yz_pages_new (document, &options, &error);

  g_assert_no_error (error);
  g_assert_true (yz_pages_make_all (pages, NULL, &error));
  return pages;
}

/* "a@12,18+40 b@…|…": the boxes of each page with corner and height in whole millimetres. */
static char *
describe (YzPages *pages)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < yz_pages_get_n (pages); i++)
    {
      g_autoptr (GPtrArray) marks = yz_pages_collect (pages, i);

      if (i > 0)
        g_string_append (text, "| ");
      for (guint j = 0; j < marks->len; j++)
        {
          const YzMark *mark = g_ptr_array_index (marks, j);

          if (mark->kind == YZ_MARK_RECORD)
            g_string_append_printf (text, "%s@%.0f,%.0f+%.0f ", mark->name, mark->box.x, mark->box.y, mark->box.height);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A4: the text is 186 wide from 12, and 263 high from 18. */
static void
test_columns (void)
{
  g_autoptr (YzDocument) document = yz_document_new ("columns");
  YzSection *section = yz_document_add_section (document, 2);
  g_autoptr (YzPages) pages = NULL;
  g_autofree char *got = NULL;

  add_box (section, "title", 20);
  yz_block_set_flow (g_ptr_array_index (section->blocks, 0), YZ_BLOCK_ACROSS);
  for (guint i = 0; i < 9; i++)
    {
      const char name[] = { (char) ('a' + i), '\0' };

      add_box (section, name, 60);
    }
  pages = lay_out (document, "a4");
  got = describe (pages);
  g_assert_cmpstr (got, ==,
                   "title@12,18+20 a@12,38+60 b@12,98+60 c@12,158+60 d@12,218+60 "
                   "e@108,38+60 f@108,98+60 g@108,158+60 h@108,218+60 | i@12,18+60 ");
}

static void
test_balance (void)
{
  g_autoptr (YzDocument) document = yz_document_new ("balance");
  YzSection *section = yz_document_add_section (document, 2);
  g_autoptr (YzPages) pages = NULL;
  g_autofree char *got = NULL;

  for (guint i = 0; i < 5; i++)
    {
      const char name[] = { (char) ('a' + i), '\0' };

      add_box (section, name, 20);
    }
  add_box (section, "end", 10);
  yz_block_set_flow (g_ptr_array_index (section->blocks, 5), YZ_BLOCK_ACROSS);
  pages = lay_out (document, "a4");
  got = describe (pages);
  g_assert_cmpstr (got, ==, "a@12,18+20 b@12,38+20 c@12,58+20 d@108,18+20 e@108,38+20 end@12,78+10 ");
}

/* A heading does not stay behind, and is repeated where its rows go on. */
static void
test_keep (void)
{
  g_autoptr (YzDocument) document = yz_document_new ("keep");
  YzSection *section = yz_document_add_section (document, 1);
  g_autoptr (YzPages) pages = NULL;
  g_autofree char *got = NULL;
  YzBlock *heading;

  add_box (section, "first", 220);
  heading = add_box (section, "heading", 10);
  yz_block_set_keep (heading, TRUE);
  for (guint i = 0; i < 3; i++)
    {
      const char name[] = { (char) ('a' + i), '\0' };

      yz_block_set_continued (add_box (section, name, 100), heading);
    }
  pages = lay_out (document, "a4");
  got = describe (pages);
  g_assert_cmpstr (got, ==,
                   "first@12,18+220 | heading@12,18+10 a@12,28+100 b@12,128+100 | heading@12,18+10 c@12,28+100 ");
}

/* What is higher than any page is made smaller rather than cut off. */
static void
test_too_high (void)
{
  g_autoptr (YzDocument) document = yz_document_new ("high");
  YzSection *section = yz_document_add_section (document, 1);
  g_autoptr (YzPages) pages = NULL;
  g_autofree char *got = NULL;

  add_box (section, "a", 10);
  add_box (section, "b", 526);
  add_box (section, "c", 10);
  pages = lay_out (document, "a4");
  got = describe (pages);
  g_assert_cmpstr (got, ==, "a@12,18+10 | b@58,18+263 | c@12,18+10 ");
}

/* With the heading that is repeated above it. */
static void
test_too_high_row (void)
{
  g_autoptr (YzDocument) document = yz_document_new ("row");
  YzSection *section = yz_document_add_section (document, 1);
  g_autoptr (YzPages) pages = NULL;
  g_autofree char *got = NULL;
  YzBlock *heading = add_box (section, "heading", 26);

  yz_block_set_keep (heading, TRUE);
  yz_block_set_continued (add_box (section, "a", 100), heading);
  yz_block_set_continued (add_box (section, "b", 500), heading);
  pages = lay_out (document, "a4");
  got = describe (pages);
  g_assert_cmpstr (got, ==, "heading@12,18+26 a@12,44+100 | heading@58,18+13 b@58,31+250 ");
}

static void
test_split (void)
{
  g_autoptr (YzDocument) document = yz_document_new ("split");
  YzSection *section = yz_document_add_section (document, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  const YzType type = { .size = 10, .leading = 5 };
  g_autoptr (YzPages) pages = NULL;
  guint n_lines = 0;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "%s第 %u 行", i > 0 ? "\n" : "", i + 1);
  add_box (section, "a", 100);
  yz_section_add (section, yz_text_block_new (&type, text->str));
  pages = lay_out (document, "a4");
  g_assert_cmpuint (yz_pages_get_n (pages), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) marks = yz_pages_collect (pages, i);

      for (guint j = 0; j < marks->len; j++)
        {
          const YzMark *mark = g_ptr_array_index (marks, j);

          g_assert_cmpfloat (mark->box.y + mark->box.height, <, 297);
          for (const char *p = mark->name; (p = strstr (p, "行")) != NULL; p++)
            n_lines++;
        }
    }
  g_assert_cmpuint (n_lines, ==, 60);
}

static void
test_fills (void)
{
  g_autoptr (YzDocument) document = yz_document_new ("fills");
  YzSection *section = yz_document_add_section (document, 1);
  g_autoptr (YzPages) pages = NULL;
  g_autofree char *got = NULL;

  add_box (section, "a", 63);
  yz_block_set_flow (g_ptr_array_index (section->blocks, 0), YZ_BLOCK_ACROSS);
  add_box (section, "rest", 50);
  yz_block_set_flow (g_ptr_array_index (section->blocks, 1), YZ_BLOCK_FILLS);
  pages = lay_out (document, "a4");
  got = describe (pages);
  g_assert_cmpstr (got, ==, "a@12,18+63 rest@12,81+200 ");
}

static gboolean
has_text (GPtrArray *marks, const char *text)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const YzMark *mark = g_ptr_array_index (marks, i);

      if (mark->kind == YZ_MARK_TEXT && g_str_equal (mark->name, text))
        return TRUE;
    }
  return FALSE;
}

/* Every page says what it belongs to and which of how many it is, but for covers; of how many is known at the end. */
static void
test_frame (void)
{
  g_autoptr (YzDocument) document = yz_document_new ("frame");
  const YzPagesOptions options = { .paper = yz_paper_find ("a4", NULL) };
  g_autoptr (YzPages) pages = NULL;
  g_autoptr (GPtrArray) early = NULL;

  yz_document_set_running (document, "left", "right", "below");
  for (guint i = 0; i < 4; i++)
    {
      YzSection *section = yz_document_add_section (document, 1);

      section->bare = i == 0;
      add_box (section, "box", 50);
    }
  pages = yz_pages_new (document, &options, NULL);
  g_assert_true (yz_pages_make_next (pages) && yz_pages_make_next (pages));
  early = yz_pages_collect (pages, 1);
  g_assert_true (has_text (early, "第 2 页"));
  g_assert_true (yz_pages_make_all (pages, NULL, NULL));
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GPtrArray) marks = yz_pages_collect (pages, i);
      g_autofree char *number = g_strdup_printf ("第 %u 页 · 共 4 页", i + 1);

      g_assert_cmpint (has_text (marks, number), ==, i > 0);
      g_assert_cmpint (has_text (marks, "left") && has_text (marks, "right") && has_text (marks, "below"), ==, i > 0);
    }
}

/* A roll is as long as what is on it. */
static void
test_strip (void)
{
  g_autoptr (YzDocument) document = yz_document_new ("strip");
  YzSection *section = yz_document_add_section (document, 2);
  g_autoptr (YzPages) pages = NULL;
  double width, height;

  section->bare = TRUE;
  for (guint i = 0; i < 30; i++)
    add_box (section, "box", 40);
  pages = lay_out (document, "strip");
  g_assert_cmpuint (yz_pages_get_n (pages), ==, 1);
  yz_pages_get_size (pages, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 80, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 9 + 30 * 40 + 9, 0.01);
}

/* --- any document on any paper ------------------------------------------------------------------------------------ */

#define N_DOCUMENTS 60

/* What a random document is made of; boxes are called by their number. */
typedef struct
{
  gboolean keep;
  gboolean across;
  gboolean new_page;
  gboolean new_section;
  double height;
  double space;
} Plan;

static Plan
new_plan (GRand *rand, gboolean may_keep)
{
  const gboolean across = g_rand_int_range (rand, 0, 8) == 0;

  return (Plan){ .across = across,
                 .keep = may_keep && g_rand_int_range (rand, 0, 5) == 0,
                 .new_page = g_rand_int_range (rand, 0, 20) == 0,
                 .new_section = g_rand_int_range (rand, 0, 25) == 0,
                 .height = g_rand_double_range (rand, 3, across ? 40 : 60),
                 .space = g_rand_double_range (rand, 0, 5) };
}

static YzDocument *
build (const GArray *plans, guint columns)
{
  YzDocument *document = yz_document_new ("any");
  YzSection *section = NULL;

  for (guint i = 0; i < plans->len; i++)
    {
      const Plan *plan = &g_array_index (plans, Plan, i);
      g_autofree char *name = g_strdup_printf ("%u", i);
      YzBlock *box;

      if (section == NULL || plan->new_section)
        section = yz_document_add_section (document, columns);
      box = add_box (section, name, plan->height);
      yz_block_set_keep (box, plan->keep);
      yz_block_set_new_page (box, plan->new_page);
      yz_block_set_space (box, plan->space);
      yz_block_set_flow (box, plan->across ? YZ_BLOCK_ACROSS : YZ_BLOCK_IN_COLUMN);
    }
  return document;
}

typedef struct
{
  guint page;
  YzRect box;
} Spot;

/* Where each box stands; every one stands somewhere, once, and in the order of the document. */
static GArray *
find_spots (YzPages *pages, guint n)
{
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (Spot));

  for (guint i = 0; i < yz_pages_get_n (pages); i++)
    {
      g_autoptr (GPtrArray) marks = yz_pages_collect (pages, i);

      for (guint j = 0; j < marks->len; j++)
        {
          const YzMark *mark = g_ptr_array_index (marks, j);
          const Spot spot = { i, mark->box };

          if (mark->kind != YZ_MARK_RECORD)
            continue;
          g_assert_cmpuint (g_ascii_strtoull (mark->name, NULL, 10), ==, spots->len);
          g_array_append_val (spots, spot);
        }
    }
  g_assert_cmpuint (spots->len, ==, n);
  return spots;
}

static void
check_inside (const YzPaper *paper, const YzRect *box)
{
  const YzRect area = yz_paper_get_area (paper, 1, TRUE);

  g_assert_cmpfloat (box->x, >=, area.x - 0.01);
  g_assert_cmpfloat (box->y, >=, area.y - 0.01);
  g_assert_cmpfloat (box->x + box->width, <=, area.x + area.width + 0.01);
  g_assert_cmpfloat (box->y + box->height, <=, area.y + area.height + 0.01);
}

static void
check_apart (const Spot *a, const Spot *b)
{
  const double x = MIN (a->box.x + a->box.width, b->box.x + b->box.width) - MAX (a->box.x, b->box.x);
  const double y = MIN (a->box.y + a->box.height, b->box.y + b->box.height) - MAX (a->box.y, b->box.y);

  g_assert_true (a->page != b->page || x < 0.01 || y < 0.01);
}

/* A box that keeps with the next stands right above it, wherever the next may stand. */
static void
check_kept (const GArray *plans, const GArray *spots, guint i, double scale)
{
  const Plan *plan = &g_array_index (plans, Plan, i), *next = plan + 1;
  const Spot *spot = &g_array_index (spots, Spot, i), *below = spot + 1;

  if (!plan->keep || next->new_page || next->new_section)
    return;
  if (spot->page != below->page)
    {
      g_test_message ("box %u%s on page %u does not keep with the next%s on page %u", i, plan->across ? " across" : "",
                      spot->page, next->across ? " across" : "", below->page);
      g_test_fail ();
    }
  else if (plan->across == next->across)
    {
      g_assert_cmpfloat_with_epsilon (spot->box.x, below->box.x, 0.01);
      g_assert_cmpfloat_with_epsilon (spot->box.y + spot->box.height + next->space * scale, below->box.y, 0.02);
    }
}

static void
check_any (const GArray *plans, const YzPaper *paper, guint columns)
{
  g_autoptr (YzDocument) document = build (plans, columns);
  g_autoptr (YzPages) pages = lay_out (document, paper->nick);
  g_autoptr (GArray) spots = find_spots (pages, plans->len);

  for (guint i = 0; i < spots->len; i++)
    {
      const Plan *plan = &g_array_index (plans, Plan, i);
      const Spot *spot = &g_array_index (spots, Spot, i);

      check_inside (paper, &spot->box);
      if (i > 0 && (plan->new_page || plan->new_section))
        g_assert_cmpuint (spot->page, ==, (spot - 1)->page + 1);
      if (i + 1 < spots->len)
        check_kept (plans, spots, i, paper->base);
      for (guint j = i + 1; j < spots->len; j++)
        check_apart (spot, &g_array_index (spots, Spot, j));
    }
}

static void
test_any (void)
{
  static const char *const papers[] = { "a4", "a5", "a3", "a4-landscape" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);

  for (guint k = 0; k < N_DOCUMENTS; k++)
    {
      g_autoptr (GArray) plans = g_array_new (FALSE, FALSE, sizeof (Plan));
      const guint n = (guint) g_rand_int_range (rand, 1, 90);

      for (guint i = 0; i < n; i++)
        {
          /* more than two together might be higher than a page */
          const gboolean may_keep = i + 1 < n && (i == 0 || !g_array_index (plans, Plan, i - 1).keep);
          const Plan plan = new_plan (rand, may_keep);

          g_array_append_val (plans, plan);
        }
      check_any (plans, yz_paper_find (papers[k % G_N_ELEMENTS (papers)], NULL), 1 + k % 3);
    }
}

static void
test_nothing (void)
{
  g_autoptr (YzDocument) document = yz_document_new ("nothing");
  const YzPagesOptions options = { .paper = yz_paper_find ("a4", NULL) };
  g_autoptr (YzPages) pages = yz_pages_new (document, &options, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (yz_pages_make_all (pages, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/flow/columns", test_columns);
  g_test_add_func ("/guide/flow/balance", test_balance);
  g_test_add_func ("/guide/flow/keep", test_keep);
  g_test_add_func ("/guide/flow/too-high", test_too_high);
  g_test_add_func ("/guide/flow/too-high-row", test_too_high_row);
  g_test_add_func ("/guide/flow/split", test_split);
  g_test_add_func ("/guide/flow/fills", test_fills);
  g_test_add_func ("/guide/flow/frame", test_frame);
  g_test_add_func ("/guide/flow/any", test_any);
  g_test_add_func ("/guide/flow/strip", test_strip);
  g_test_add_func ("/guide/flow/nothing", test_nothing);
  return g_test_run ();
}
