/* Blocks on pages: columns, balance, what stays together, what is divided, how pages stand on sheets. */
#include "config.h"

#include "yz-sheets.h"
#include "yz-text-block.h"

/* A block of a fixed height, with a name that its mark tells. */
#define TEST_TYPE_BOX (test_box_get_type ())
G_DECLARE_FINAL_TYPE (TestBox, test_box, TEST, BOX, YzBlock)

struct _TestBox
{
  YzBlock parent_instance;
  double height;
};

G_DEFINE_FINAL_TYPE (TestBox, test_box, YZ_TYPE_BLOCK)

static double
test_box_measure (YzBlock *block, YzTypesetter *typesetter, double width)
{
  return TEST_BOX (block)->height;
}

static void
test_box_draw (YzBlock *block, YzCanvas *canvas, const YzRect *area)
{
}

static void
test_box_class_init (TestBoxClass *class)
{
  YZ_BLOCK_CLASS (class)->measure = test_box_measure;
  YZ_BLOCK_CLASS (class)->draw = test_box_draw;
}

static void
test_box_init (TestBox *self)
{
}

static YzBlock *
add_box (YzSection *section, const char *name, double height)
{
  YzBlock *block = g_object_new (TEST_TYPE_BOX, NULL);

  TEST_BOX (block)->height = height;
  yz_block_set_record (block, name);
  return yz_section_add (section, block);
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

/* A booklet of n pages: sheets folded once, read in order. */
static void
test_booklet (void)
{
  static const int wanted[][2] = { { -1, 0 }, { 1, -1 }, { -1, 2 }, { 3, 4 } };
  g_autoptr (YzDocument) document = yz_document_new ("booklet");
  g_autoptr (YzPages) pages = NULL;

  for (guint i = 0; i < 5; i++)
    add_box (yz_document_add_section (document, 1), "page", 50);
  pages = lay_out (document, "booklet");
  g_assert_cmpuint (yz_sheets_count (pages), ==, 4);
  for (guint side = 0; side < 4; side++)
    {
      guint n;
      g_autofree guint *list = yz_sheets_list (pages, side, &n);

      g_assert_cmpuint (n, ==, 2);
      for (guint i = 0; i < 2; i++)
        g_assert_cmpint ((int) list[i], ==, wanted[side][i]);
    }
}

/* Four panels on the first side, a map over three and one more on the second. */
static void
test_fold (void)
{
  g_autoptr (YzDocument) document = yz_document_new ("fold");
  g_autoptr (YzPages) pages = NULL;
  double width, height;
  guint n;

  for (guint i = 0; i < 6; i++)
    {
      YzSection *section = yz_document_add_section (document, 1);

      section->panels = i == 4 ? 3 : 1;
      add_box (section, "panel", 50);
    }
  pages = lay_out (document, "fold");
  g_assert_cmpuint (yz_sheets_count (pages), ==, 2);
  g_free (yz_sheets_list (pages, 0, &n));
  g_assert_cmpuint (n, ==, 4);
  g_free (yz_sheets_list (pages, 1, &n));
  g_assert_cmpuint (n, ==, 2);
  yz_sheets_get_size (pages, 1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 297, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 210, 0.01);
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
  g_test_add_func ("/guide/flow/split", test_split);
  g_test_add_func ("/guide/flow/fills", test_fills);
  g_test_add_func ("/guide/flow/booklet", test_booklet);
  g_test_add_func ("/guide/flow/fold", test_fold);
  g_test_add_func ("/guide/flow/strip", test_strip);
  g_test_add_func ("/guide/flow/nothing", test_nothing);
  return g_test_run ();
}
