/* Lists read from text and from files: encodings, quotes, titles above the headings, row numbers. */
#include "yz-list-writer.h"
#include "yz-sheet-reader.h"
#include "yz-test.h"

#include <string.h>

static YzSheet *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  YzSheet *sheet = yz_sheet_read_text (text, -1, NULL, NULL, &error);

  g_assert_no_error (error);
  return sheet;
}

static void
test_quotes (void)
{
  g_autoptr (YzSheet) sheet = read_text ("名称,地址,备注\r\n\"甲,站\",\"一\n二\",\"说\"\"引\"\"\"\r\n乙站,,x\r\n");

  g_assert_cmpuint (yz_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpstr (yz_sheet_get_cell (sheet, 0, 0), ==, "甲,站");
  g_assert_cmpstr (yz_sheet_get_cell (sheet, 0, 1), ==, "一\n二");
  g_assert_cmpstr (yz_sheet_get_cell (sheet, 0, 2), ==, "说\"引\"");
  /* the number of the line, not of the record: a cell above holds a line end */
  g_assert_cmpuint (yz_sheet_get_row_number (sheet, 1), ==, 4);
}

static void
test_texts_stay (void)
{
  g_autoptr (YzSheet) sheet = read_text ("名称\t编号\t电话\n甲\t007\t13812345678901234\n乙\t1.0\t'+86\n");

  g_assert_cmpstr (yz_sheet_get_cell (sheet, 0, 1), ==, "007");
  g_assert_cmpstr (yz_sheet_get_cell (sheet, 0, 2), ==, "13812345678901234");
  g_assert_cmpstr (yz_sheet_get_cell (sheet, 1, 1), ==, "1.0");
  g_assert_cmpstr (yz_sheet_get_cell (sheet, 1, 2), ==, "+86");
}

static void
test_titles (void)
{
  g_autoptr (YzSheet)
    sheet = read_text ("附件：晴川市驿站一览表,,\n,,\n序号,站点名称,地址\n1,甲站,某路1号\n\n2,乙站,某路2号\n");

  g_assert_cmpuint (yz_sheet_get_heading_row (sheet), ==, 3);
  g_assert_cmpuint (yz_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpuint (yz_sheet_get_row_number (sheet, 1), ==, 6);
}

/* The cells are those of the first sheet, and stay when it goes. */
static void
test_other_headings (void)
{
  YzSheet *sheet = read_text ("附件：晴川市驿站一览表,,\n,,\n序号,站点名称,地址\n1,甲站,某路1号\n");
  g_autoptr (YzSheet) none = yz_sheet_with_heading_row (sheet, YZ_SHEET_NONE);
  g_autoptr (YzSheet) fourth = yz_sheet_with_heading_row (sheet, 4);
  g_auto (GStrv) first = NULL;
  guint number;

  g_assert_null (yz_sheet_with_heading_row (sheet, 99));
  first = yz_sheet_dup_first_row (sheet, 2, &number);
  g_assert_cmpuint (number, ==, 3);
  g_assert_cmpstr (first[1], ==, "站点名称");
  g_assert_null (yz_sheet_dup_first_row (sheet, 4, &number));
  g_assert_cmpuint (yz_sheet_get_n_rows (sheet), ==, 1);
  yz_sheet_unref (sheet);

  g_assert_cmpuint (yz_sheet_get_n_rows (none), ==, 3);
  g_assert_cmpstr (yz_sheet_get_cell (none, 2, 1), ==, "甲站");
  g_assert_cmpuint (yz_sheet_get_n_rows (fourth), ==, 0);
  g_assert_cmpstr (yz_sheet_get_heading (fourth, 2), ==, "某路1号");
}

static void
test_no_headings (void)
{
  g_autoptr (YzSheet) sheet = read_text ("甲驿站,滨江路1号,13800138000\n乙驿站,滨江路2号,13800138001\n");

  g_assert_cmpuint (yz_sheet_get_heading_row (sheet), ==, YZ_SHEET_NONE);
  g_assert_cmpuint (yz_sheet_get_n_rows (sheet), ==, 2);
}

static void
assert_decodes (const char *encoding)
{
  static const char *const text = "名称,地址\n甲站,某路\n";
  gsize size;
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &size, NULL);
  g_autoptr (YzSheet) sheet = yz_sheet_read_text (bytes, (gssize) size, NULL, NULL, NULL);

  g_assert_nonnull (sheet);
  g_assert_cmpstr (yz_sheet_get_heading (sheet, 0), ==, "名称");
  g_assert_cmpstr (yz_sheet_get_cell (sheet, 0, 1), ==, "某路");
}

static void
test_encodings (void)
{
  assert_decodes ("UTF-8");
  assert_decodes ("GB18030");
  assert_decodes ("UTF-16");
  assert_decodes ("UTF-16LE");
  assert_decodes ("UTF-16BE");
}

static void
test_hostile (void)
{
  static const char *const texts[] = { "\"",       "\"\"\"",       "a,\"b\nc",       "\r\r\r",
                                       ",,,\n,,,", "\xff\xff\xff", "sep=;\na;b\n1;2" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YzSheet) sheet = yz_sheet_read_text (texts[i], -1, NULL, NULL, &error);

      g_assert_true ((sheet != NULL) != (error != NULL));
    }
}

static void
write_list (const char *path, YzListFormat format)
{
  const YzListColumn columns[] = { { (char *) "名称", YZ_LIST_TEXT },
                                   { (char *) "编号", YZ_LIST_TEXT },
                                   { (char *) "面积", YZ_LIST_REAL },
                                   { (char *) "建站时间", YZ_LIST_DATE } };
  const char *const rows[][4] = { { "甲站", "0013812345678901", "35.5", "2023-05-01" }, { "=乙", "'+1", "", "" } };
  const YzPosition point = { 113.5, 34.25 };
  g_autoptr (GError) error = NULL;
  g_autoptr (YzListWriter) writer = yz_list_writer_new (path, format, "驿站", columns, 4, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (yz_list_writer_add (writer, rows[i], i == 0 ? &point : NULL, &error));
  g_assert_true (yz_list_writer_finish (writer, &error));
  g_assert_no_error (error);
}

static guint
find_column (YzSheet *sheet, const char *heading)
{
  for (guint i = 0; i < yz_sheet_get_n_columns (sheet); i++)
    if (g_str_equal (yz_sheet_get_heading (sheet, i), heading))
      return i;
  for (guint i = 0; i < yz_sheet_get_n_columns (sheet); i++)
    g_test_message ("column “%s”", yz_sheet_get_heading (sheet, i));
  g_assert_not_reached ();
}

static void
test_formats (void)
{
  g_auto (YzTestFolder) folder = yz_test_folder_new ();

  for (YzListFormat format = 0; format < YZ_N_LIST_FORMATS; format++)
    {
      g_autofree char *name = g_strconcat ("list", yz_list_format_get_ending (format), NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (YzSheet) sheet = NULL;
      g_autoptr (GError) error = NULL;

      write_list (path, format);
      sheet = yz_sheet_read_file (path, NULL, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (yz_sheet_get_n_rows (sheet), ==, 2);
      g_assert_cmpstr (yz_sheet_get_cell (sheet, 0, find_column (sheet, "编号")), ==, "0013812345678901");
      g_assert_cmpstr (yz_sheet_get_cell (sheet, 1, find_column (sheet, "编号")), ==, "'+1");
      g_assert_cmpstr (yz_sheet_get_cell (sheet, 0, find_column (sheet, "面积")), ==, "35.5");
    }
}

/* The name says nothing: a spreadsheet stays one under any ending, and half of one is refused. */
static void
write_long_geopackage (const char *path)
{
  const YzListColumn columns[] = { { (char *) "名称", YZ_LIST_TEXT } };
  g_autoptr (YzListWriter) writer = yz_list_writer_new (path, YZ_LIST_FORMAT_GEOPACKAGE, "驿站", columns, 1, 0, NULL);

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("甲站%u，门牌号很长，好让这张表占许多页", i);
      const char *const row[] = { name };

      g_assert_true (yz_list_writer_add (writer, row, NULL, NULL));
    }
  g_assert_true (yz_list_writer_finish (writer, NULL));
}

/* A file that breaks off in its midst is refused: half a list would look like a whole one. */
static void
test_damaged_in_the_midst (void)
{
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "list.gpkg", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YzSheet) whole = NULL;
  gsize size;

  write_long_geopackage (path);
  whole = yz_sheet_read_file (path, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (yz_sheet_get_n_rows (whole), ==, 5000);

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + size / 2, 0xff, 16 * 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  g_assert_null (yz_sheet_read_file (path, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_DAMAGED);
}

static void
test_wrong_ending (void)
{
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (YzSheet) sheet = NULL;
  g_autoptr (YzSheet) broken = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  write_list (path, YZ_LIST_FORMAT_XLSX);
  sheet = yz_sheet_read_file (path, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (yz_sheet_get_n_rows (sheet), ==, 2);

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) size / 2, NULL));
  broken = yz_sheet_read_file (path, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_null (broken);
  g_assert_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_DAMAGED);
}

static void
test_no_list (void)
{
  g_auto (YzTestFolder) folder = yz_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "list.xls", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (yz_sheet_read_file (path, NULL, NULL, NULL, NULL, NULL, &error));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_null (yz_sheet_read_file (path, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "<html><table></table></html>", -1, NULL));
  g_assert_null (yz_sheet_read_file (path, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_FORMAT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/sheet/quotes", test_quotes);
  g_test_add_func ("/exchange/sheet/texts-stay", test_texts_stay);
  g_test_add_func ("/exchange/sheet/titles", test_titles);
  g_test_add_func ("/exchange/sheet/other-headings", test_other_headings);
  g_test_add_func ("/exchange/sheet/no-headings", test_no_headings);
  g_test_add_func ("/exchange/sheet/encodings", test_encodings);
  g_test_add_func ("/exchange/sheet/hostile", test_hostile);
  g_test_add_func ("/exchange/sheet/formats", test_formats);
  g_test_add_func ("/exchange/sheet/damaged-in-the-midst", test_damaged_in_the_midst);
  g_test_add_func ("/exchange/sheet/wrong-ending", test_wrong_ending);
  g_test_add_func ("/exchange/sheet/no-list", test_no_list);
  return g_test_run ();
}
