#include "config.h"

#include "yz-guide-view.h"

#include "yz-guide-desk.h"
#include "yz-guide-spots.h"
#include "yz-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* 100 % is the size of the paper on a screen of 96 dots an inch. */
#define NATURAL (96 / 25.4)

struct _YzGuideView
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkScrolledWindow *scroller;
  YzGuideDesk *desk;
  GtkPopoverMenu *menu;

  YzGuideProof *proof;
  guint page;
  char *zoom;
  double scale; /* pixels a millimetre */
  guint fit_id;
  YzGuideSpots *spots;
};

G_DEFINE_FINAL_TYPE (YzGuideView, yz_guide_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PROOF = 1,
  PROP_PAGE,
  PROP_N_PAGES,
  PROP_ZOOM,
  PROP_PERCENT,
} YzGuideViewProperty;

static GParamSpec *properties[PROP_PERCENT + 1];

static const guint steps[] = { 25, 33, 50, 67, 75, 90, 100, 125, 150, 200, 300, 400 };

static guint
get_percent (YzGuideView *self)
{
  return (guint) lround (self->scale / NATURAL * 100);
}

static guint
get_n_pages (YzGuideView *self)
{
  return self->proof != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->proof)) : 0;
}

static GtkAdjustment *
get_adjustment (YzGuideView *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

/* --- bound in the template ---------------------------------------------------------------------------------------- */

static char *
page_text (YzGuideView *self, guint page, guint n)
{
  if (n == 0)
    return g_strdup ("");
  return g_strdup_printf (yz_guide_proof_shows_sheets (self->proof) ? _ ("Side %u of %u") : _ ("Page %u of %u"), page,
                          n);
}

static char *
percent_text (YzGuideView *self, guint percent)
{
  return g_strdup_printf (_ ("%u %%"), percent);
}

/* --- where one looks ---------------------------------------------------------------------------------------------- */

static void
update_position (YzGuideView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double value = gtk_adjustment_get_value (adjustment), size = gtk_adjustment_get_page_size (adjustment), part;
  guint page = get_n_pages (self) > 0 ? yz_guide_desk_find_page (self->desk, value + size / 2, &part) + 1 : 0;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  yz_guide_desk_look_at (self->desk, value, size);
  if (self->page == page)
    return;
  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/*
 * The viewport tells the adjustment how high the pages are only while it lays them out, and a value that is set then is
 * not looked at any more: so it is told here already.
 */
static void
scroll_to (YzGuideView *self, double y)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double size = gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_upper (adjustment, MAX (yz_guide_desk_get_height (self->desk), size));
  gtk_adjustment_set_value (adjustment, y);
}

static gboolean fit (gpointer data);

static void
fit_soon (YzGuideView *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit, self, NULL);
}

static void
on_adjustment_changed (YzGuideView *self)
{
  fit_soon (self);
  update_position (self);
}

/* --- how large ---------------------------------------------------------------------------------------------------- */

/* What was in the middle stays there while the paper grows or shrinks; who has not scrolled yet stays at the top. */
static void
set_scale (YzGuideView *self, double scale)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double value = gtk_adjustment_get_value (adjustment), half = gtk_adjustment_get_page_size (adjustment) / 2, part;
  guint page = yz_guide_desk_find_page (self->desk, value + half, &part);

  if (fabs (scale - self->scale) < 1e-6)
    return;
  self->scale = scale;
  yz_guide_desk_set_scale (self->desk, scale);
  scroll_to (self, value > 0 ? yz_guide_desk_find_top (self->desk, page, part) - half : 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERCENT]);
}

/* The largest page decides. */
static void
fit_now (YzGuideView *self)
{
  double room = gtk_widget_get_width (GTK_WIDGET (self->scroller)) - 2 * YZ_GUIDE_DESK_GAP;
  double room_below = gtk_widget_get_height (GTK_WIDGET (self->scroller)) - 2 * YZ_GUIDE_DESK_GAP;
  double width, height, by_width, by_height;

  if (!yz_guide_desk_get_paper (self->desk, &width, &height) || room < 1 || room_below < 1)
    return;
  by_width = room / width;
  by_height = room_below / height;
  if (g_str_equal (self->zoom, "width"))
    set_scale (self, CLAMP (by_width, 0.25 * NATURAL, 4 * NATURAL));
  else if (g_str_equal (self->zoom, "page"))
    set_scale (self, CLAMP (MIN (by_width, by_height), 0.1 * NATURAL, 4 * NATURAL));
  else
    set_scale (self, CLAMP (g_ascii_strtod (self->zoom, NULL) / 100, 0.1, 4) * NATURAL);
}

static gboolean
fit (gpointer data)
{
  YzGuideView *self = YZ_GUIDE_VIEW (data);

  self->fit_id = 0;
  fit_now (self);
  update_position (self);
  return G_SOURCE_REMOVE;
}

static void
set_zoom (YzGuideView *self, const char *zoom)
{
  if (!yz_set_str (&self->zoom, zoom != NULL ? zoom : "width"))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  fit_soon (self);
}

static void
zoom_by (YzGuideView *self, gboolean in)
{
  guint now = get_percent (self), next = in ? steps[G_N_ELEMENTS (steps) - 1] : steps[0];
  g_autofree char *zoom = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (in && steps[i] > now)
        next = MIN (next, steps[i]);
      if (!in && steps[i] < now)
        next = MAX (next, steps[i]);
    }
  zoom = g_strdup_printf ("%u", next);
  set_zoom (self, zoom);
}

static gboolean
on_scroll (YzGuideView *self, double dx, double dy, GtkEventController *controller)
{
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (dy != 0)
    zoom_by (self, dy < 0);
  return GDK_EVENT_STOP;
}

/* --- pages -------------------------------------------------------------------------------------------------------- */

static void
sync_pages (YzGuideView *self)
{
  gboolean making = self->proof != NULL && yz_guide_proof_get_state (self->proof) == YZ_GUIDE_PROOF_MAKING;

  yz_guide_desk_set_leaves (self->desk, G_LIST_MODEL (self->proof), making);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
  /* at once: pages that are asked for at another size first would wait for all the small ones */
  fit_now (self);
  update_position (self);
}

static void
set_proof (YzGuideView *self, YzGuideProof *proof)
{
  if (self->proof == proof)
    return;
  if (self->proof != NULL)
    g_signal_handlers_disconnect_by_data (self->proof, self);
  yz_guide_spots_forget (self->spots);
  g_set_object (&self->proof, proof);
  if (proof != NULL)
    g_signal_connect_object (proof, "changed", G_CALLBACK (sync_pages), self, G_CONNECT_SWAPPED);
  sync_pages (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROOF]);
}

void
yz_guide_view_go_to (YzGuideView *self, guint page)
{
  g_return_if_fail (YZ_IS_GUIDE_VIEW (self));

  page = CLAMP (page, 1, MAX (get_n_pages (self), 1));
  scroll_to (self, yz_guide_desk_find_top (self->desk, page - 1, 0) - YZ_GUIDE_DESK_GAP);
}

/* --- actions ------------------------------------------------------------------------------------------------------ */

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (YZ_GUIDE_VIEW (widget), TRUE);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (YZ_GUIDE_VIEW (widget), FALSE);
}

static void
next_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_guide_view_go_to (YZ_GUIDE_VIEW (widget), YZ_GUIDE_VIEW (widget)->page + 1);
}

static void
previous_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_guide_view_go_to (YZ_GUIDE_VIEW (widget), MAX (YZ_GUIDE_VIEW (widget)->page, 2) - 1);
}

static void
first_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_guide_view_go_to (YZ_GUIDE_VIEW (widget), 1);
}

static void
last_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_guide_view_go_to (YZ_GUIDE_VIEW (widget), get_n_pages (YZ_GUIDE_VIEW (widget)));
}

/* All stations of the page, for those who have no pointer. */
static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  YzGuideView *self = YZ_GUIDE_VIEW (widget);
  YzGuideLeafView *page = self->page > 0 ? yz_guide_desk_get_page (self->desk, self->page - 1) : NULL;
  GdkRectangle middle = { gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 4, 1, 1 };

  if (page != NULL)
    yz_guide_spots_show_menu (self->spots, yz_guide_leaf_view_get_leaf (page), NULL, &middle);
}

/* The page at a place of the view, and which point of it that is, in millimetres; %NULL beside the pages. */
static YzGuideLeaf *
find_leaf (YzGuideView *self, double x, double y, graphene_point_t *point)
{
  GtkWidget *page = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  double page_x, page_y;

  if (!YZ_IS_GUIDE_LEAF_VIEW (page) ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self), page, x, y, &page_x, &page_y))
    return NULL;
  *point = GRAPHENE_POINT_INIT ((float) (page_x / self->scale), (float) (page_y / self->scale));
  return yz_guide_leaf_view_get_leaf (YZ_GUIDE_LEAF_VIEW (page));
}

static void
on_pressed (YzGuideView *self, int n_press, double x, double y)
{
  graphene_point_t point;
  YzGuideLeaf *leaf = n_press == 2 ? find_leaf (self, x, y, &point) : NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (leaf != NULL)
    yz_guide_spots_open (self->spots, leaf, &point);
}

/* Only when the button is up again: a menu would take the end of the press away. */
static void
on_menu_clicked (YzGuideView *self, int n_press, double x, double y)
{
  GdkRectangle there = { (int) x, (int) y, 1, 1 };
  graphene_point_t point;
  YzGuideLeaf *leaf = find_leaf (self, x, y, &point);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (leaf != NULL)
    yz_guide_spots_show_menu (self->spots, leaf, &point, &there);
}

/* --- the widget --------------------------------------------------------------------------------------------------- */

static void
yz_guide_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzGuideView *self = YZ_GUIDE_VIEW (object);

  switch ((YzGuideViewProperty) prop_id)
    {
    case PROP_PROOF:
      g_value_set_object (value, self->proof);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, get_n_pages (self));
      break;
    case PROP_ZOOM:
      g_value_set_string (value, self->zoom);
      break;
    case PROP_PERCENT:
      g_value_set_uint (value, get_percent (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_guide_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzGuideView *self = YZ_GUIDE_VIEW (object);

  if (prop_id == PROP_PROOF)
    set_proof (self, g_value_get_object (value));
  else if (prop_id == PROP_ZOOM)
    set_zoom (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_guide_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yz_guide_view_parent_class)->map (widget);
  fit_soon (YZ_GUIDE_VIEW (widget));
}

static void
yz_guide_view_dispose (GObject *object)
{
  YzGuideView *self = YZ_GUIDE_VIEW (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->proof != NULL)
    g_signal_handlers_disconnect_by_data (self->proof, self);
  g_clear_object (&self->proof);
  g_clear_pointer (&self->spots, yz_guide_spots_free);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (yz_guide_view_parent_class)->dispose (object);
}

static void
yz_guide_view_finalize (GObject *object)
{
  g_free (YZ_GUIDE_VIEW (object)->zoom);

  G_OBJECT_CLASS (yz_guide_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint keys[2];
    GdkModifierType modifier;
  } actions[] = {
    { "guide.zoom-in", zoom_in_cb, { GDK_KEY_plus, GDK_KEY_equal }, GDK_CONTROL_MASK },
    { "guide.zoom-out", zoom_out_cb, { GDK_KEY_minus, GDK_KEY_KP_Subtract }, GDK_CONTROL_MASK },
    { "guide.next-page", next_page_cb, { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 0 },
    { "guide.previous-page", previous_page_cb, { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, 0 },
    { "guide.first-page", first_page_cb, { GDK_KEY_Home, GDK_KEY_KP_Home }, 0 },
    { "guide.last-page", last_page_cb, { GDK_KEY_End, GDK_KEY_KP_End }, 0 },
    { "guide.menu", menu_cb, { GDK_KEY_Menu, GDK_KEY_Menu }, 0 },
  };

  gtk_widget_class_install_property_action (widget_class, "guide.zoom", "zoom");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      for (guint k = 0; k < G_N_ELEMENTS (actions[i].keys); k++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[k], actions[i].modifier, actions[i].name,
                                             NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "guide.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "guide.zoom", "s", "width");
}

static void
yz_guide_view_class_init (YzGuideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_guide_view_get_property;
  object_class->set_property = yz_guide_view_set_property;
  object_class->dispose = yz_guide_view_dispose;
  object_class->finalize = yz_guide_view_finalize;
  widget_class->map = yz_guide_view_map;

  properties[PROP_PROOF] = g_param_spec_object ("proof", NULL, NULL, YZ_TYPE_GUIDE_PROOF, readable | G_PARAM_WRITABLE);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_ZOOM] = g_param_spec_string ("zoom", NULL, NULL, "width", readable | G_PARAM_WRITABLE);
  properties[PROP_PERCENT] = g_param_spec_uint ("percent", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (YZ_TYPE_GUIDE_DESK);
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "guideview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/guides/yz-guide-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YzGuideView, scroller);
  gtk_widget_class_bind_template_child (widget_class, YzGuideView, desk);
  gtk_widget_class_bind_template_child (widget_class, YzGuideView, menu);
  gtk_widget_class_bind_template_child (widget_class, YzGuideView, content);
  gtk_widget_class_bind_template_callback (widget_class, page_text);
  gtk_widget_class_bind_template_callback (widget_class, percent_text);
  gtk_widget_class_bind_template_callback (widget_class, on_scroll);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_clicked);
}

static void
yz_guide_view_init (YzGuideView *self)
{
  GtkAdjustment *adjustment;

  self->zoom = g_strdup ("width");
  self->scale = NATURAL;
  gtk_widget_init_template (GTK_WIDGET (self));
  yz_guide_desk_set_scale (self->desk, self->scale);
  self->spots = yz_guide_spots_new (GTK_WIDGET (self), self->menu);
  adjustment = get_adjustment (self);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_adjustment_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (update_position), self, G_CONNECT_SWAPPED);
}
