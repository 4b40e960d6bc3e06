"""The context of a file: what is known before it is read."""

from __future__ import annotations

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from liveschema.contract.vocabulary import Operation
    from liveschema.lint.inputs.sent_file import SentFile


class FileContext:
    """The context of a file: what is known before it is read.

    A plain class, since one is made for most files of data, and a record takes several times as long to make.

    Args:
        path: The name of the file, as given on the command line.
        configured: The operation that the command line or the configuration sets.
        path_operation: The operation that the path names.
        is_named: Whether the command line names the file and all of it is data, so that it should have a request.
        has_requests: Whether the configuration or the name of the file says that it has requests.
        sent: What is known of the payload by a request that sends the file; None if no request is known to.
        enable: The ids of rules to apply that are off by default.
        templates: Whether files may be templates, whose expressions are not known.
        verbose: Whether to record how the operations were inferred, and what is passed over.
        number: The number of the input in the run, since two inputs may have the same name.
        fixes: Whether to find out how findings can be fixed.
        keep: Whether to keep all requests with their fixes, to see later whether the fixes did what they should.
    """

    def __init__(  # noqa: PLR0913 - what is known of a file
        self,
        path: str,
        configured: Operation | None = None,
        path_operation: Operation | None = None,
        *,
        is_named: bool = False,
        has_requests: bool = False,
        sent: SentFile | None = None,
        enable: frozenset[str] = frozenset(),
        templates: bool = False,
        verbose: bool = False,
        number: int = 0,
        fixes: bool = False,
        keep: bool = False,
    ) -> None:
        self.path = path
        self.configured = configured
        self.path_operation = path_operation
        self.is_named = is_named
        self.has_requests = has_requests
        self.sent = sent
        self.enable = enable
        self.templates = templates
        self.verbose = verbose
        self.number = number
        self.fixes = fixes
        self.keep = keep

    @property
    def is_marked(self) -> bool:
        """Whether something besides the text of the file says that it may have a request."""
        return self.expects_request or self.path_operation is not None

    @property
    def expects_request(self) -> bool:
        """Whether the file should have a request, so that one without any is reported."""
        return self.is_named or self.has_requests or self.sent is not None

    def without_templates(self) -> FileContext:
        """Return the context of the same file, which is no template."""
        from copy import copy  # noqa: PLC0415 - only for ``timeline``

        context = copy(self)
        context.templates = False
        return context
