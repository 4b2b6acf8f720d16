#include "config.h"

#include "yz-guide-form.h"

#include "yz-guide-option.h"
#include "yz-guide-wishes.h"
#include "yz-value-text.h"
#include "yz-widgets.h"

#include <glib/gi18n.h>

/* Beyond so many a list is searched, not read. */
#define MANY 12

struct _YzGuideForm
{
  GtkWidget parent_instance;

  YzGuides *guides;
  gboolean updating; /* what is shown follows the wishes, not the other way round */

  GtkDropDown *documents;
  GtkDropDown *areas;
  GtkDropDown *services;
  GtkDropDown *papers;
  GtkDropDown *editions;
  GtkDropDown *subjects;
  GtkLabel *summary;
  GtkEditable *audience;
  GtkEditable *holiday;
  GtkEditable *purpose;
  GtkEditable *edition;
  GtkEditable *date;
  GtkEditable *use_until;
  GtkEditable *first;
  GtkEditable *last;
  GtkEditable *recipient;
  GtkEditable *deadline;
  GtkEditable *amount;
  GtkTextView *text;
  GtkSpinButton *start;
  GtkLabel *letter_title;
  GtkWidget *audience_box;
  GtkWidget *subject_box;
  GtkWidget *stations_box;
  GtkWidget *text_box;
  GtkWidget *recipient_box;
  GtkWidget *deadline_box;
  GtkWidget *amount_box;
  GtkWidget *start_box;
  GtkWidget *days_box;
  GtkWidget *edition_title;
  GtkWidget *edition_note;
  GtkWidget *personal_note;
  GtkWidget *personal_box;
  GtkWidget *sheets;
  GtkCheckButton *mobiles;
};

G_DEFINE_FINAL_TYPE (YzGuideForm, yz_guide_form, GTK_TYPE_WIDGET)

enum
{
  PROP_GUIDES = 1,
};

static GParamSpec *properties[PROP_GUIDES + 1];

/* A drop-down or an entry, the wish that it shows, and the property with what there is to choose from. */
typedef struct
{
  gsize widget;
  const char *wish;
  const char *options;
  gboolean is_date;
  gboolean when_done; /* half of it is something else, or nothing */
} Part;

/* clang-format off */
static const Part choices[] = {
  { G_STRUCT_OFFSET (YzGuideForm, documents), "document", "documents" },
  { G_STRUCT_OFFSET (YzGuideForm, areas), "area", "areas" },
  { G_STRUCT_OFFSET (YzGuideForm, services), "service", "services" },
  { G_STRUCT_OFFSET (YzGuideForm, papers), "paper", "papers" },
  { G_STRUCT_OFFSET (YzGuideForm, editions), "since", "editions" },
  { G_STRUCT_OFFSET (YzGuideForm, subjects), "subject", "subjects" },
};

static const Part entries[] = {
  { G_STRUCT_OFFSET (YzGuideForm, audience), "audience" },
  { G_STRUCT_OFFSET (YzGuideForm, holiday), "holiday" },
  { G_STRUCT_OFFSET (YzGuideForm, purpose), "purpose" },
  { G_STRUCT_OFFSET (YzGuideForm, edition), "edition" },
  { G_STRUCT_OFFSET (YzGuideForm, date), "date", .is_date = TRUE, .when_done = TRUE },
  { G_STRUCT_OFFSET (YzGuideForm, use_until), "use-until", .is_date = TRUE, .when_done = TRUE },
  { G_STRUCT_OFFSET (YzGuideForm, first), "first", .is_date = TRUE, .when_done = TRUE },
  { G_STRUCT_OFFSET (YzGuideForm, last), "last", .is_date = TRUE, .when_done = TRUE },
  { G_STRUCT_OFFSET (YzGuideForm, recipient), "recipient" },
  { G_STRUCT_OFFSET (YzGuideForm, deadline), "deadline", .is_date = TRUE, .when_done = TRUE },
  { G_STRUCT_OFFSET (YzGuideForm, amount), "amount", .when_done = TRUE },
};

static const struct
{
  gsize box;
  YzDocumentWishes wish;
} letter_parts[] = {
  { G_STRUCT_OFFSET (YzGuideForm, text_box), YZ_DOCUMENT_WANTS_TEXT },
  { G_STRUCT_OFFSET (YzGuideForm, recipient_box), YZ_DOCUMENT_WANTS_RECIPIENT },
  { G_STRUCT_OFFSET (YzGuideForm, deadline_box), YZ_DOCUMENT_WANTS_DEADLINE },
  { G_STRUCT_OFFSET (YzGuideForm, amount_box), YZ_DOCUMENT_WANTS_AMOUNT },
  { G_STRUCT_OFFSET (YzGuideForm, start_box), YZ_DOCUMENT_WANTS_START },
};
/* clang-format on */

static gpointer
get_widget (YzGuideForm *self, const Part *part)
{
  return G_STRUCT_MEMBER (gpointer, self, part->widget);
}

/* --- from the form ------------------------------------------------------------------------------------------------ */

static void
on_selected (YzGuideForm *self, GParamSpec *pspec, GtkDropDown *drop)
{
  YzGuideOption *option = gtk_drop_down_get_selected_item (drop);

  if (self->updating || option == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (get_widget (self, &choices[i]) == drop)
      g_object_set (self->guides, choices[i].wish, yz_guide_option_get_id (option), NULL);
}

static const Part *
find_entry (YzGuideForm *self, GtkWidget *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (get_widget (self, &entries[i]) == entry)
      return &entries[i];
  return NULL;
}

/* As it will be printed; what is no date stays as it is, and the page tells so. */
static char *
complete_date (YzGuideForm *self, const char *text)
{
  g_autofree char *expanded = yz_session_expand_date (yz_guides_get_session (self->guides), text);
  char *date = expanded != NULL ? yz_value_parse_date (expanded) : NULL;

  return date != NULL ? date : g_steal_pointer (&expanded);
}

static void
take_entry (YzGuideForm *self, const Part *part)
{
  GtkEditable *entry = get_widget (self, part);
  g_autofree char *date = part->is_date ? complete_date (self, gtk_editable_get_text (entry)) : NULL;

  g_object_set (self->guides, part->wish, part->is_date ? date : gtk_editable_get_text (entry), NULL);
}

/* The pages follow the typing, but for dates and amounts, which are some only when they are complete. */
static void
on_changed (YzGuideForm *self, GtkWidget *entry)
{
  const Part *part = find_entry (self, entry);

  if (!self->updating && self->guides != NULL && part != NULL && !part->when_done)
    take_entry (self, part);
}

static void
on_activated (YzGuideForm *self, GtkWidget *entry)
{
  const Part *part = find_entry (self, entry);

  if (self->guides != NULL && part != NULL)
    take_entry (self, part);
}

static void
on_left (YzGuideForm *self, GtkEventController *controller)
{
  on_activated (self, gtk_event_controller_get_widget (controller));
}

static char *
dup_text (YzGuideForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_text_changed (YzGuideForm *self)
{
  g_autofree char *text = NULL;

  if (self->updating || self->guides == NULL)
    return;
  text = dup_text (self);
  g_object_set (self->guides, "text", text, NULL);
}

static void
on_start_changed (YzGuideForm *self)
{
  g_autofree char *start = NULL;

  if (self->updating || self->guides == NULL)
    return;
  start = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->start));
  g_object_set (self->guides, "start", start, NULL);
}

/* --- to the form -------------------------------------------------------------------------------------------------- */

static void
show_choice (YzGuideForm *self, const Part *part)
{
  GtkDropDown *drop = get_widget (self, part);
  g_autoptr (GListModel) options = NULL;
  g_autofree char *wish = NULL;
  guint n;

  g_object_get (self->guides, part->wish, &wish, part->options, &options, NULL);
  n = options != NULL ? g_list_model_get_n_items (options) : 0;
  gtk_drop_down_set_model (drop, options);
  gtk_drop_down_set_enable_search (drop, n > MANY);
  if (options != NULL)
    gtk_drop_down_set_selected (drop, yz_guide_options_find (options, wish));
}

static void
show_entry (YzGuideForm *self, const Part *part)
{
  GtkEditable *entry = get_widget (self, part);
  g_autofree char *wish = NULL;

  g_object_get (self->guides, part->wish, &wish, NULL);
  if (g_strcmp0 (gtk_editable_get_text (entry), wish) != 0)
    gtk_editable_set_text (entry, wish);
}

static void
show_text (YzGuideForm *self)
{
  g_autofree char *shown = dup_text (self), *wish = NULL;

  g_object_get (self->guides, "text", &wish, NULL);
  if (!g_str_equal (shown, wish))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), wish, -1);
}

static void
show_start (YzGuideForm *self)
{
  g_autofree char *wish = NULL;

  g_object_get (self->guides, "start", &wish, NULL);
  gtk_spin_button_set_range (self->start, 1, MAX (1, yz_guides_get_kind (self->guides)->n_labels));
  gtk_spin_button_set_value (self->start, g_ascii_strtod (wish, NULL));
}

static void
show_letter (YzGuideForm *self, const YzDocumentKind *kind)
{
  /* a letter has a recipient, everything else has readers */
  gtk_widget_set_visible (self->audience_box, kind->wishes == 0 && !kind->wants_goods);
  gtk_widget_set_visible (GTK_WIDGET (self->letter_title), kind->wishes != 0);
  gtk_label_set_text (self->letter_title, kind->n_labels > 0 ? _ ("Labels") : _ ("What the letter says"));
  for (guint i = 0; i < G_N_ELEMENTS (letter_parts); i++)
    gtk_widget_set_visible (G_STRUCT_MEMBER (GtkWidget *, self, letter_parts[i].box),
                            (kind->wishes & letter_parts[i].wish) != 0);
}

static void
show_document (YzGuideForm *self)
{
  const YzDocumentKind *kind = yz_guides_get_kind (self->guides);
  YzGuideOption *option = gtk_drop_down_get_selected_item (self->documents);
  g_autofree char *summary = NULL;

  if (option != NULL)
    g_object_get (option, "summary", &summary, NULL);
  gtk_label_set_text (self->summary, summary);
  show_letter (self, kind);
  gtk_widget_set_visible (self->subject_box, kind->subject != YZ_DOCUMENT_OF_STATIONS);
  gtk_widget_set_visible (self->stations_box, kind->subject == YZ_DOCUMENT_OF_STATIONS);
  gtk_widget_set_visible (self->days_box, kind->wants_days);
  gtk_widget_set_visible (self->edition_title, kind->wants_edition || kind->wants_before);
  gtk_widget_set_visible (self->edition_note, kind->wants_edition);
  gtk_widget_set_visible (self->personal_note, kind->wants_contacts);
  gtk_widget_set_visible (self->personal_box, kind->subject == YZ_DOCUMENT_OF_STATIONS);
  gtk_check_button_set_label (self->mobiles, kind->wants_files ? _ ("Personal data of the stations in full")
                                                               : _ ("Mobile numbers of stations too"));
}

/* Only a booklet can be looked at in two ways. */
static void
show_sheets (YzGuideForm *self)
{
  g_autofree char *wish = NULL;
  const YzPaper *paper;

  g_object_get (self->guides, "paper", &wish, NULL);
  paper = yz_paper_find (wish, NULL);
  gtk_widget_set_visible (self->sheets, paper != NULL && paper->imposition == YZ_IMPOSITION_BOOKLET);
}

/* Of that wish or choice, %NULL for all of them. */
static void
show_wish (YzGuideForm *self, const char *name)
{
  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (name == NULL || g_str_equal (name, choices[i].wish) || g_str_equal (name, choices[i].options))
      show_choice (self, &choices[i]);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (name == NULL || g_str_equal (name, entries[i].wish))
      show_entry (self, &entries[i]);
  if (name == NULL || g_str_equal (name, "text"))
    show_text (self);
  if (name == NULL || g_str_equal (name, "start"))
    show_start (self);
  if (name == NULL || g_str_equal (name, "paper"))
    show_sheets (self);
  if (name == NULL || g_str_equal (name, "document"))
    show_document (self);
  self->updating = FALSE;
}

static void
on_notify (YzGuideForm *self, GParamSpec *pspec)
{
  show_wish (self, pspec->name);
}

static void
set_guides (YzGuideForm *self, YzGuides *guides)
{
  if (!g_set_object (&self->guides, guides) || guides == NULL)
    return;
  g_signal_connect_object (guides, "notify", G_CALLBACK (on_notify), self, G_CONNECT_SWAPPED);
  show_wish (self, NULL);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_guide_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_GUIDES)
    g_value_set_object (value, YZ_GUIDE_FORM (object)->guides);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_guide_form_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_GUIDES)
    set_guides (YZ_GUIDE_FORM (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_guide_form_dispose (GObject *object)
{
  YzGuideForm *self = YZ_GUIDE_FORM (object);

  self->updating = TRUE;
  yz_widgets_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->guides);

  G_OBJECT_CLASS (yz_guide_form_parent_class)->dispose (object);
}

static void
yz_guide_form_class_init (YzGuideFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yz_guide_form_get_property;
  object_class->set_property = yz_guide_form_set_property;
  object_class->dispose = yz_guide_form_dispose;
  properties[PROP_GUIDES] =
    g_param_spec_object ("guides", NULL, NULL, YZ_TYPE_GUIDES, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_GUIDE_OPTION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/guides/yz-guide-form.ui");
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, documents);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, areas);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, services);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, papers);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, editions);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, subjects);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, subject_box);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, stations_box);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, summary);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, audience);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, holiday);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, purpose);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, date);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, use_until);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, first);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, last);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, edition);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, recipient);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, deadline);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, amount);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, text);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, start);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, letter_title);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, text_box);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, audience_box);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, recipient_box);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, deadline_box);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, amount_box);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, start_box);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, mobiles);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, days_box);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, edition_title);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, edition_note);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, personal_note);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, personal_box);
  gtk_widget_class_bind_template_child (widget_class, YzGuideForm, sheets);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_start_changed);
}

static void
yz_guide_form_init (YzGuideForm *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

GSimpleActionGroup *
yz_guide_form_new_actions (YzGuides *guides)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (guint i = 0; i < YZ_GUIDE_N_WISHES; i++)
    {
      const char *name = yz_guide_wish_get_name (i);
      g_autoptr (GPropertyAction) action = g_property_action_new (name, guides, name);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  return group;
}
