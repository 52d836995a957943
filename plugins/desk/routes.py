"""The addresses of the desk, to be served beside the site."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from plugins.desk.api import Api
from plugins.desk.application import Desk
from plugins.desk.film_pages import FilmPages
from plugins.desk.items import Items
from plugins.desk.moving import Moving
from plugins.desk.papers import Papers
from plugins.desk.security import Guarded
from plugins.desk.send_page import SendPage


def desk_route(desk: Desk) -> BaseRoute:
    """Return the route under which the whole desk stands."""
    api, items, moving, sending = Api(desk), Items(desk), Moving(desk), SendPage(desk)
    papers, films = Papers(desk), FilmPages(desk)
    both = ["GET", "POST"]
    routes = [
        Route("/", desk.show_list),
        Route("/assets/{file}", desk.assets),
        Route("/api/check", api.check, methods=["POST"]),
        Route("/api/mend", api.mend, methods=["POST"]),
        Route("/api/page", api.page, methods=["POST"]),
        Route("/api/fields", api.fields, methods=["POST"]),
        Route("/api/photo", api.photo, methods=["POST"]),
        Route("/api/bring-back", moving.bring_back, methods=["POST"]),
        Route("/send/", sending.page, methods=both),
        Route("/outbox/{name}", sending.archive),
        Route("/paper/{word}/", papers.part),
        Route("/paper/{word}/{file}", papers.part, methods=both),
        Route("/new/{section}/", items.new, methods=both),
        Route("/{section}/{slug}/", items.item, methods=both),
        Route("/{section}/{slug}/film/", films.add, methods=both),
        Route("/{section}/{slug}/captions/{film}/", films.captions, methods=both),
        Route("/{section}/{slug}/captions/{film}/film", films.file),
        Route("/{section}/{slug}/paper/", papers.add, methods=both),
        Route("/{section}/{slug}/delete/", moving.delete, methods=both),
        Route("/{section}/{slug}/rename/", moving.rename, methods=["POST"]),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Guarded)], exception_handlers={OSError: desk.failed})
    return Mount("/desk", app=app)
