/* What every page does with widgets that it makes in code. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yz_widgets_make_label:
 * @style: (nullable): a class of style.css
 *
 * Returns: (transfer floating): a label of one line, cut off where there is no room; the whole text is its tooltip
 */
GtkWidget *yz_widgets_make_label (const char *text, const char *style);

/**
 * yz_widgets_make_wrapped_label:
 * @style: (nullable): a class of style.css
 *
 * Returns: (transfer floating): a label that takes as many lines as it needs
 */
GtkWidget *yz_widgets_make_wrapped_label (const char *text, const char *style);

/**
 * yz_widgets_find_cut_text:
 * @x, @y: a point of @window
 *
 * Returns: (transfer none) (nullable): the whole text of the label at that point, if it is cut off there
 */
const char *yz_widgets_find_cut_text (GtkWidget *window, double x, double y);

/**
 * yz_widgets_tell_cut_texts:
 *
 * Wherever a text in @window is cut off for want of room, and nothing else is said there, the whole is its tooltip.
 */
void yz_widgets_tell_cut_texts (GtkWidget *window);

/**
 * yz_widgets_show_row_menu:
 * @widget: a part of a row of a list
 *
 * Opens the menu of that row, which is that of its menu button.
 *
 * Returns: whether there is one
 */
gboolean yz_widgets_show_row_menu (GtkWidget *widget);

/**
 * yz_widgets_bind_row_menus:
 *
 * Shift+F10 and the menu key open the menu of the row that has the focus.
 */
void yz_widgets_bind_row_menus (GtkWidgetClass *widget_class);

/**
 * yz_widgets_skip_with_tab:
 * @button: a button or menu button in a row of a list
 *
 * Takes it out of the way of Tab, which would stop at every row: what it does is done with a key on the row.
 */
void yz_widgets_skip_with_tab (GtkWidget *button);

/**
 * yz_widgets_set_tags:
 * @strip: shows nothing else, and lays its children out
 * @tags: (nullable) (array zero-terminated=1)
 *
 * Shows short words in frames; without any the strip is hidden.
 */
void yz_widgets_set_tags (GtkWidget *strip, const char *const *tags);

/**
 * yz_widgets_bind_text_closures:
 *
 * Gives the template of a class the closures has_text and lacks_text: whether there is a text to be shown.
 */
void yz_widgets_bind_text_closures (GtkWidgetClass *widget_class);

/**
 * yz_widgets_set_class:
 *
 * Gives @widget the style class @name, or takes it away.
 */
void yz_widgets_set_class (GtkWidget *widget, const char *name, gboolean on);

/**
 * yz_widgets_unparent_children:
 *
 * Takes every child from @widget, which has no other way to give them up: in dispose, or before it gets others.
 */
void yz_widgets_unparent_children (GtkWidget *widget);

/**
 * YZ_SETTINGS_REMEMBER:
 *
 * How a property is bound to a setting that the next window begins with. Windows that are open keep what they have:
 * else a page turned in one workspace would turn it in all of them.
 */
#define YZ_SETTINGS_REMEMBER (G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES)

/**
 * yz_widgets_scroll_to:
 *
 * Brings a row of a column view into view: the list inside has the action for it, the view itself has none.
 */
void yz_widgets_scroll_to (GtkColumnView *view, guint position);

/**
 * yz_widgets_clear_box:
 *
 * Removes everything from a box.
 */
void yz_widgets_clear_box (GtkBox *box);

/**
 * yz_widgets_clear_list:
 *
 * Removes the rows; the placeholder, which is a child too, stays.
 */
void yz_widgets_clear_list (GtkListBox *list);

/**
 * yz_widgets_make_state:
 *
 * Returns: (transfer floating): a symbol and a word that tell how something stands, for yz_widgets_show_state()
 */
GtkWidget *yz_widgets_make_state (void);

/**
 * yz_widgets_show_state:
 * @box: of yz_widgets_make_state()
 * @style: a class of style.css, for the symbol
 * @is_plain: whether the word has the colour of all text, since all is well
 */
void yz_widgets_show_state (GtkWidget *box, const char *icon, const char *style, const char *word, gboolean is_plain);

G_END_DECLS
